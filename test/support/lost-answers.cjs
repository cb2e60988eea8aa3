"use strict";
// For `node --require`: a server in which some answers are lost on the way, those with a result whose id ends with 7.
const write = process.stdout.write.bind(process.stdout);
let header;
process.stdout.write = (chunk, ...rest) => {
  const text = String(chunk);
  const isHeader = text.startsWith("Content-Length");
  const isLost = /"id":\d*7,"result":[[{]/.test(text);
  if (isHeader) header = chunk;
  else {
    if (!isLost && header !== undefined) write(header);
    header = undefined;
  }
  if (!isHeader && !isLost) return write(chunk, ...rest);
  setImmediate(rest.find(one => typeof one === "function") ?? (() => {}));
  return true;
};
