// Package endpoints connects with RPC endpoints of the chain, and asks several of them at once, so that one that lags, fails or
// lies changes nothing. It knows no contract: packages chain and anchorview do.
package endpoints
