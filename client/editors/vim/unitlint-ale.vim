" unitlint in Vim with ALE: put this file into ~/.vim/plugin/.

augroup unitlint
  autocmd!
  " Vim itself knows unit files only below folders that are called systemd.
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device} set filetype=systemd
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.{in,j2,erb} set filetype=systemd
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.d/*.conf set filetype=systemd
  autocmd BufNewFile,BufRead */{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.d/*.conf set filetype=systemd
  " Completion by CTRL-X CTRL-O.
  autocmd FileType systemd setlocal omnifunc=ale#completion#OmniFunc
augroup END

" The repository; else the folder of the unit, to which app.service.d/ belongs too.
function! UnitlintRoot(buffer) abort
  let l:folder = substitute(expand('#' . a:buffer . ':p:h'), '/[^/]\+\.d$', '', '')
  let l:git = finddir('.git', l:folder . ';')
  return empty(l:git) ? l:folder : fnamemodify(l:git, ':p:h:h')
endfunction

call ale#linter#Define('systemd', {
\   'name': 'unitlint',
\   'lsp': 'stdio',
\   'executable': 'unitlint',
\   'command': '%e lsp',
\   'language': 'systemd',
\   'project_root': function('UnitlintRoot'),
\})
let g:ale_linters = extend(get(g:, 'ale_linters', {}), {'systemd': ['unitlint']})

" ALE formats by programs: :ALEFix.
function! UnitlintFormat(buffer) abort
  return {'command': 'unitlint fmt --stdin-filename %s -'}
endfunction
let g:ale_fixers = extend(get(g:, 'ale_fixers', {}), {'systemd': ['UnitlintFormat']})
