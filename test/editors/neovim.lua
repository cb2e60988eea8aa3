-- Drives Neovim as somebody at a keyboard does, and prints what it shows after each step as one JSON object.
-- The working directory is that of `unit-folder.ts`, with app.service open; the configuration is the snippet under test.
local seen = {}
local get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local driver

-- Lets Neovim go on until the condition holds.
local function wait_for(what, condition)
  local attempts = 0
  local function look()
    attempts = attempts + 1
    if condition() then return assert(coroutine.resume(driver, true)) end
    if attempts == 1000 then return assert(coroutine.resume(driver, false)) end
    vim.defer_fn(look, 10)
  end
  vim.defer_fn(look, 10)
  assert(coroutine.yield(), what .. " did not come")
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

local function diagnostics()
  return vim.tbl_map(function(one)
    return string.format("%d:%d %s %s", one.lnum + 1, one.col + 1, one.source, one.code or one.user_data.lsp.code)
  end, vim.diagnostic.get(0))
end

local function cursor_to(text, behind)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. text, "c") > 0, text .. " is not in the file")
  vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + (behind or 0))
end

-- Types into a new line below the current one, asks for completion, takes what comes first, and gives the line.
local function complete(text)
  vim.api.nvim_input("o" .. text .. "<C-x><C-o>")
  wait_for("completion of " .. text, function()
    local line = vim.api.nvim_get_current_line()
    return vim.fn.mode() == "i" and (vim.fn.pumvisible() == 1 or #line > #text and vim.startswith(line, text))
  end)
  if vim.api.nvim_get_current_line() == text then vim.api.nvim_input("<C-n>") end
  vim.api.nvim_input("<C-y><Esc>")
  wait_for("normal mode", function() return vim.fn.mode() == "n" and vim.fn.pumvisible() == 0 end)
  local line = vim.api.nvim_get_current_line()
  vim.api.nvim_input("u")
  wait_for("the line to be undone", function() return vim.api.nvim_get_current_line() ~= line end)
  return line
end

local steps = {
  { "open", function()
    wait_for("a diagnostic", function() return #vim.diagnostic.get(0) > 0 end)
    seen.filetype = vim.bo.filetype
    return diagnostics()
  end },
  { "drop-in", function()
    vim.cmd("edit app.service.d/order.conf")
    wait_for("a diagnostic", function() return #vim.diagnostic.get(0) > 0 end)
    local found = diagnostics()
    vim.cmd("edit app.service")
    seen.clients = #get_clients()
    return found
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
  { "completion", function()
    cursor_to("Type=exec")
    return { complete("KillMo"), complete("Restart=on-f") }
  end },
  { "definition", function()
    local buffer = vim.api.nvim_get_current_buf()
    cursor_to("After=db.service", 8)
    vim.lsp.buf.definition()
    wait_for("the definition", function() return vim.api.nvim_get_current_buf() ~= buffer end)
    local place = vim.fn.expand("%:t") .. ":" .. vim.fn.line(".")
    vim.api.nvim_set_current_buf(buffer)
    return place
  end },
  { "rename", function()
    cursor_to("After=db.service", 8)
    vim.lsp.buf.rename("store.service")
    wait_for("the new name", function() return vim.tbl_contains(lines(), "After=store.service") end)
    vim.cmd("silent wall")
    return vim.fn.sort(vim.fn.glob("*.service", true, true))
  end },
  { "code action", function()
    vim.ui.select = function(items, options, choose)
      seen["code actions"] = vim.tbl_map(options.format_item, items)
      choose(items[1], 1)
    end
    cursor_to("Restrat")
    vim.lsp.buf.code_action()
    wait_for("the change", function() return not vim.tbl_contains(lines(), "Restrat=always") end)
    wait_for("the end of the diagnostic", function() return #vim.diagnostic.get(0) == 0 end)
    return lines()
  end },
  { "format", function()
    vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "", "", "[Install]", "WantedBy = multi-user.target   " })
    if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 10000 }) else vim.lsp.buf.formatting_sync(nil, 10000) end
    vim.cmd("silent wall")
    return lines()
  end },
  { "stop", function()
    for _, client in ipairs(get_clients()) do
      if client.stop == nil or vim.fn.has("nvim-0.11") == 0 then client.stop() else client:stop() end
    end
    wait_for("the end of the server", function() return #get_clients() == 0 end)
    return true
  end },
}

driver = coroutine.create(function()
  local ok, problem = xpcall(function()
    for _, step in ipairs(steps) do
      local name, take = step[1], step[2]
      seen[name] = take()
    end
  end, debug.traceback)
  if not ok then seen.problem = problem end
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.UNITLINT_SEEN)
  vim.cmd(ok and "qall!" or "cquit!")
end)
vim.schedule(function() assert(coroutine.resume(driver)) end)
