-- unitlint in Neovim 0.11 or newer: put this file into ~/.config/nvim/plugin/.

vim.lsp.config("unitlint", {
  cmd = { "unitlint", "lsp" },
  filetypes = { "systemd" },
  root_dir = function(buffer, start)
    local folder = vim.fs.dirname(vim.api.nvim_buf_get_name(buffer))
    -- The drop-ins in app.service.d/ belong to what is beside it.
    start(vim.fs.root(buffer, ".git") or (folder:gsub("/[^/]+%.d$", "")))
  end,
  settings = {
    unitlint = {
      -- targets = { "debian-12" },
      -- hardening = true,
    },
  },
})
vim.lsp.enable("unitlint")

-- Neovim itself knows unit files only below folders that are called systemd.
local types = "{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}"
vim.api.nvim_create_autocmd({ "BufNewFile", "BufRead" }, {
  pattern = {
    "*." .. types,
    "*." .. types .. ".{in,j2,erb}",
    "*." .. types .. ".d/*.conf",
    "*/" .. types .. ".d/*.conf",
    "*." .. types .. ".d/.#*",
  },
  callback = function() vim.bo.filetype = "systemd" end,
})
