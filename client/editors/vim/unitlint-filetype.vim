" Which files are systemd's, whatever the client: put this file into ~/.vim/plugin/.
" Vim itself knows unit files only below folders that are called systemd.

augroup unitlint-filetype
  autocmd!
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device} set filetype=systemd
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.{in,j2,erb} set filetype=systemd
  autocmd BufNewFile,BufRead *.{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.d/*.conf set filetype=systemd
  autocmd BufNewFile,BufRead */{service,socket,target,timer,path,mount,automount,swap,slice,scope,device}.d/*.conf set filetype=systemd
augroup END
