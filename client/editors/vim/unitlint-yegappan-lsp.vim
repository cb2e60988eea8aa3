" unitlint in Vim with yegappan/lsp: put this file and unitlint-filetype.vim into ~/.vim/plugin/.

autocmd User LspSetup call LspAddServer([#{
\   name: 'unitlint',
\   filetype: ['systemd'],
\   path: 'unitlint',
\   args: ['lsp'],
\   rootSearch: ['.git/'],
\   workspaceConfig: #{ unitlint: {} },
\ }])
