-- Drives the language server as somebody at a keyboard does, and prints what Neovim shows after each step as one JSON object.
-- Environment: UNITLINT_SERVER, a list of words as JSON. The working directory holds app.service, db.service and worker.service.
local server = vim.json.decode(vim.env.UNITLINT_SERVER)
local seen = {}

local function wait_for(what, condition)
  assert(vim.wait(10000, condition, 10), what .. " did not come")
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local function diagnostics(buffer)
  return vim.tbl_map(function(one)
    return string.format("%d:%d %s %s", one.lnum + 1, one.col + 1, one.source, one.code or one.user_data.lsp.code)
  end, vim.diagnostic.get(buffer))
end

local function cursor_to(text, behind)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. text, "c") > 0, text .. " is not in the file")
  vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + (behind or 0))
end

local function attach()
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = "systemd"
  local client = vim.lsp.start_client({
    name = "unitlint",
    cmd = server,
    root_dir = vim.fn.getcwd(),
    get_language_id = function() return "systemd-unit" end,
  })
  assert(client, "the server did not start")
  vim.lsp.buf_attach_client(buffer, client)
  wait_for("the start of the server", function() return vim.lsp.buf_get_clients(buffer)[client] ~= nil end)
  return buffer, client
end

local function ask(buffer, client, method)
  local window = vim.api.nvim_get_current_win()
  local params = vim.lsp.util.make_position_params(window, "utf-16")
  local answer = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  assert(answer and answer[client] and not answer[client].err, method .. ": " .. vim.inspect(answer))
  return answer[client].result
end

local steps = {
  { "open", function(buffer)
    wait_for("a diagnostic", function() return #vim.diagnostic.get(buffer) > 0 end)
    return diagnostics(buffer)
  end },
  { "hover", function()
    cursor_to("ExecStart=", 2)
    vim.lsp.buf.hover()
    wait_for("the hover window", function() return #vim.api.nvim_list_wins() > 1 end)
    local windows = vim.api.nvim_list_wins()
    local shown = lines(vim.api.nvim_win_get_buf(windows[#windows]))
    vim.api.nvim_win_close(windows[#windows], true)
    return shown
  end },
  { "completion", function(buffer, client)
    cursor_to("Type=", 5)
    local found = ask(buffer, client, "textDocument/completion")
    local words = {}
    for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(found, "")) do
      table.insert(words, item.word)
    end
    return words
  end },
  { "definition", function(buffer)
    cursor_to("After=db.service", 8)
    vim.lsp.buf.definition()
    wait_for("the definition", function() return vim.api.nvim_get_current_buf() ~= buffer end)
    local place = vim.fn.expand("%:t") .. ":" .. vim.fn.line(".")
    vim.api.nvim_set_current_buf(buffer)
    return place
  end },
  { "rename", function(buffer)
    cursor_to("After=db.service", 8)
    vim.lsp.buf.rename("store.service")
    wait_for("the new name", function() return vim.tbl_contains(lines(buffer), "After=store.service") end)
    vim.cmd("silent wall")
    return {
      app = lines(buffer),
      worker = vim.fn.readfile("worker.service"),
      files = vim.fn.sort(vim.fn.glob("*.service", true, true)),
    }
  end },
  { "code action", function(buffer)
    vim.ui.select = function(items, options, choose)
      local titles = vim.tbl_map(options.format_item, items)
      seen["code actions"] = titles
      choose(items[1], 1)
    end
    cursor_to("Restrat")
    vim.lsp.buf.code_action()
    wait_for("the change", function() return not vim.tbl_contains(lines(buffer), "Restrat=always") end)
    return lines(buffer)
  end },
  { "diagnostics after the change", function(buffer)
    wait_for("the end of the diagnostic", function() return #vim.diagnostic.get(buffer) == 0 end)
    return diagnostics(buffer)
  end },
  { "format", function(buffer)
    vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "", "", "", "[Install]", "WantedBy = multi-user.target   " })
    if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 10000 }) else vim.lsp.buf.formatting_sync(nil, 10000) end
    return lines(buffer)
  end },
  { "stop", function(_, client)
    vim.lsp.stop_client(client)
    wait_for("the end of the server", function() return vim.lsp.get_client_by_id(client) == nil end)
    return true
  end },
}

local ok, problem = xpcall(function()
  local buffer, client = attach()
  for _, step in ipairs(steps) do
    local name, take = step[1], step[2]
    seen[name] = take(buffer, client)
  end
end, debug.traceback)
if not ok then seen.problem = problem end
io.stdout:write(vim.json.encode(seen))
vim.cmd(ok and "qall!" or "cquit!")
