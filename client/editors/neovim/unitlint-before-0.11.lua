-- unitlint in Neovim 0.7 to 0.10: put this file into ~/.config/nvim/plugin/.

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

local function config()
  -- The drop-ins in app.service.d/ belong to what is beside it.
  local folder = vim.fn.expand("%:p:h"):gsub("/[^/]+%.d$", "")
  local git = vim.fn.finddir(".git", folder .. ";")
  return {
    name = "unitlint",
    cmd = { "unitlint", "lsp" },
    root_dir = git ~= "" and vim.fn.fnamemodify(git, ":p:h:h") or folder,
    settings = {
      unitlint = {
        -- targets = { "debian-12" },
        -- hardening = true,
      },
    },
  }
end

local client -- of Neovim 0.7, which does not yet look for one that runs already
vim.api.nvim_create_autocmd("FileType", {
  pattern = "systemd",
  callback = function(event)
    if vim.lsp.start then
      vim.lsp.start(config())
    else
      if not client or not vim.lsp.get_client_by_id(client) then client = vim.lsp.start_client(config()) end
      if client then vim.lsp.buf_attach_client(event.buf, client) end
    end
    vim.bo[event.buf].omnifunc = "v:lua.vim.lsp.omnifunc" -- completion by <C-x><C-o>
  end,
})
