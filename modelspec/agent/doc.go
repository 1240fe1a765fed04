// Package agent is what peritus-node is made of: it pulls a channel's newest release, believes nothing that it has not
// checked, renders the runtime's configuration, switches to it at the activation time, and reports what it runs.
//
// Its folder:
//
//	genesis.json      the pinned root of trust
//	tuf/              metadata that the TUF client trusts
//	releases/<n>/     bundle.json, document.json, release.json and config/, written once and whole
//	current           a symbolic link to the release that is applied
//	state.json        the newest release ever accepted, what is applied since when, and why something was refused
//
// Nothing is changed in place. A release folder is written beside its name, synced and renamed; the link is replaced by
// a rename; the state is a file that is replaced by a rename. So the machine may stop at any point: what was applied
// stays applied, and the next run goes on.
//
// The agent fails static. Stale metadata, a server that cannot be reached, a release that is refused, weights that
// differ: each stops changes and is written down as an alarm. None of them stops what is running.
package agent
