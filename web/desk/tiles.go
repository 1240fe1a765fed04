package desk

import "sync"

// tileCache keeps full tiles, which never change, up to a number of bytes. What came first goes first: readers go through a log
// in its order.
type tileCache struct {
	mu    sync.Mutex
	tiles map[string][]byte // guarded by mu, and so are the others
	order []string
	bytes int
}

const maxTileBytes = 64 << 20

func (c *tileCache) get(path string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	raw, ok := c.tiles[path]
	return raw, ok
}

func (c *tileCache) put(path string, raw []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.tiles[path]; ok || len(raw) > maxTileBytes/16 {
		return
	}
	if c.tiles == nil {
		c.tiles = map[string][]byte{}
	}
	c.tiles[path], c.order, c.bytes = raw, append(c.order, path), c.bytes+len(raw)
	for c.bytes > maxTileBytes {
		c.bytes -= len(c.tiles[c.order[0]])
		delete(c.tiles, c.order[0])
		c.order = c.order[1:]
	}
}
