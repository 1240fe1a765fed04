//go:build !linux

package agent

import "io/fs"

// printOf returns what a file looks like from outside.
func printOf(info fs.FileInfo) print {
	return print{Size: info.Size(), Modified: info.ModTime().UnixNano()}
}
