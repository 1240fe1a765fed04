package agent

import (
	"io/fs"
	"syscall"
)

// printOf returns what a file looks like from outside. The change time of its inode cannot be set back by whoever may
// write the file.
func printOf(info fs.FileInfo) print {
	p := print{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		p.Changed, p.Inode = s.Ctim.Nano(), s.Ino
	}
	return p
}
