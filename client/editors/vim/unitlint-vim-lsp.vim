" unitlint in Vim with vim-lsp: put this file and unitlint-filetype.vim into ~/.vim/plugin/.

function! s:root(server) abort
  let l:folder = substitute(expand('%:p:h'), '/[^/]\+\.d$', '', '')
  let l:git = finddir('.git', l:folder . ';')
  return lsp#utils#path_to_uri(empty(l:git) ? l:folder : fnamemodify(l:git, ':p:h:h'))
endfunction

autocmd User lsp_setup call lsp#register_server({
\   'name': 'unitlint',
\   'cmd': {server -> ['unitlint', 'lsp']},
\   'allowlist': ['systemd'],
\   'root_uri': function('s:root'),
\   'workspace_config': {'unitlint': {}},
\ })
