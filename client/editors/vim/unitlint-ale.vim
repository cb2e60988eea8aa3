" unitlint in Vim with ALE: put this file and unitlint-filetype.vim into ~/.vim/plugin/.

" Completion by CTRL-X CTRL-O.
augroup unitlint-ale
  autocmd!
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
