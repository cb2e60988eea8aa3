/**
 * Tells which sentences of our texts stand in systemd's manual pages too: `npm run texts:compare -- MAN_FOLDER…`, each a `man`
 * folder of a source tree. Sentences of seven words and more count, whatever their case, marks and line ends. Exit status 1 where there are any.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LEAST_WORDS = 7;
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error("Name the man folders of systemd's source trees");

const theirs = new Set(
  folders.flatMap(folder => files(folder, ".xml")).flatMap(path => sentences(plainXml(readFileSync(path, "utf8")))),
);
let same = 0;
for (const path of ["directives", "words"].flatMap(folder => files(docs + folder, ".md"))) {
  for (const sentence of sentences(readFileSync(path, "utf8").replace(/<!--[\s\S]*?-->/g, ""))) {
    if (!theirs.has(sentence)) continue;
    same++;
    console.log(`${path.slice(docs.length)}: ${sentence}`);
  }
}
console.log(`${theirs.size} sentences of the manual, ${same} in our texts`);
if (same > 0) process.exitCode = 1;

function files(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name}`);
}

function plainXml(text: string): string {
  return text
    .replace(/<(?:para|listitem|varlistentry|term|title|programlisting)[^>]*>/g, ". ")
    .replace(/<[^>]+>/g, " ");
}

/** Normalized: words in lower case with single blanks. */
function sentences(text: string): string[] {
  return text
    .replace(/\n(?=[#-]|\n)/g, ". ")
    .split(/[.!?:;](?=\s|$)/)
    .map(sentence => (sentence.toLowerCase().match(/[a-z0-9_=/@%$-]+/g) ?? []).join(" "))
    .filter(sentence => sentence.split(" ").length >= LEAST_WORDS);
}
