package view

import (
	"fmt"
	"strconv"
)

// px writes a length in a picture.
func px(n int) string { return strconv.Itoa(n) }

func viewBox(width, height int) string { return fmt.Sprintf("0 0 %d %d", width, height) }
