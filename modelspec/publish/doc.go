// Package publish keeps the TUF repository from which nodes fetch releases.
//
// TUF delivers and does not authorise: what it adds to a release, which co-signers have signed, is that nobody on the
// way can hand out an old one, hold a new one back for longer than the timestamp lives, or mix two states. The root
// role belongs to a threshold of the co-signers' keys, which stay offline; targets, snapshot and timestamp belong to an
// online key of the service.
//
// Metadata that expires is the ecosystem's most common outage, so [Repository.Refresh] signs again long before, and
// [Repository.Status] gives the dates to whoever watches.
package publish
