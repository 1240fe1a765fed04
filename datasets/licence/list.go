package licence

// identifiers are the SPDX identifiers that data, texts and models are found under, sorted for binary search.
// Deprecated ones ("GPL-3.0") are left out on purpose. A licence that is missing here can be written as LicenseRef-….
var identifiers = []string{
	"0BSD", "AFL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-1.1", "Apache-2.0", "Artistic-2.0",
	"BSD-1-Clause", "BSD-2-Clause", "BSD-2-Clause-Patent", "BSD-3-Clause", "BSD-3-Clause-Clear", "BSD-4-Clause", "BSL-1.0", "BUSL-1.0", "BUSL-1.1", "BlueOak-1.0.0",
	"C-UDA-1.0",
	"CC-BY-1.0", "CC-BY-2.0", "CC-BY-2.5", "CC-BY-3.0", "CC-BY-3.0-AT", "CC-BY-3.0-DE", "CC-BY-3.0-IGO", "CC-BY-3.0-NL", "CC-BY-3.0-US", "CC-BY-4.0",
	"CC-BY-NC-1.0", "CC-BY-NC-2.0", "CC-BY-NC-2.5", "CC-BY-NC-3.0", "CC-BY-NC-3.0-DE", "CC-BY-NC-4.0",
	"CC-BY-NC-ND-1.0", "CC-BY-NC-ND-2.0", "CC-BY-NC-ND-2.5", "CC-BY-NC-ND-3.0", "CC-BY-NC-ND-3.0-IGO", "CC-BY-NC-ND-4.0",
	"CC-BY-NC-SA-1.0", "CC-BY-NC-SA-2.0", "CC-BY-NC-SA-2.5", "CC-BY-NC-SA-3.0", "CC-BY-NC-SA-3.0-IGO", "CC-BY-NC-SA-4.0",
	"CC-BY-ND-1.0", "CC-BY-ND-2.0", "CC-BY-ND-2.5", "CC-BY-ND-3.0", "CC-BY-ND-4.0",
	"CC-BY-SA-1.0", "CC-BY-SA-2.0", "CC-BY-SA-2.5", "CC-BY-SA-3.0", "CC-BY-SA-3.0-DE", "CC-BY-SA-3.0-IGO", "CC-BY-SA-4.0",
	"CC-PDDC", "CC-PDM-1.0", "CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0", "CECILL-2.1", "CECILL-B", "CECILL-C", "COIL-1.0",
	"DL-DE-BY-2.0", "DL-DE-ZERO-2.0",
	"ECL-2.0", "EFL-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2", "Elastic-2.0",
	"GFDL-1.2-only", "GFDL-1.2-or-later", "GFDL-1.3-only", "GFDL-1.3-or-later", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later",
	"ISC",
	"LGPL-2.0-only", "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "LPPL-1.3c",
	"MIT", "MIT-0", "MPL-1.1", "MPL-2.0", "MPL-2.0-no-copyleft-exception", "MS-PL", "MS-RL", "MulanPSL-2.0",
	"NCGL-UK-2.0", "NCSA", "NLOD-1.0", "NLOD-2.0", "NTP",
	"O-UDA-1.0", "ODC-By-1.0", "ODbL-1.0", "OFL-1.1", "OGL-Canada-2.0", "OGL-UK-1.0", "OGL-UK-2.0", "OGL-UK-3.0", "OSL-3.0", "OpenSSL",
	"PDDL-1.0", "PSF-2.0", "PostgreSQL", "Python-2.0",
	"Ruby",
	"SSPL-1.0",
	"UPL-1.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense",
	"W3C", "WTFPL",
	"X11", "Zlib", "bzip2-1.0.6", "curl", "etalab-2.0",
}

// exceptions are the SPDX exceptions that may follow WITH, sorted.
var exceptions = []string{
	"Autoconf-exception-3.0", "Bison-exception-2.2", "Classpath-exception-2.0", "Font-exception-2.0", "GCC-exception-3.1", "LLVM-exception", "Linux-syscall-note", "OCaml-LGPL-linking-exception", "Swift-exception",
}

type alias struct{ word, id string }

// aliases are spellings that mean one licence and no other, in lower case, sorted.
var aliases = []alias{
	{"apache 2", "Apache-2.0"},
	{"apache 2.0", "Apache-2.0"},
	{"apache license 2.0", "Apache-2.0"},
	{"apache license, version 2.0", "Apache-2.0"},
	{"apache2", "Apache-2.0"},
	{"cc by 4.0", "CC-BY-4.0"},
	{"cc by-nc 4.0", "CC-BY-NC-4.0"},
	{"cc by-nc-sa 4.0", "CC-BY-NC-SA-4.0"},
	{"cc by-sa 3.0", "CC-BY-SA-3.0"},
	{"cc by-sa 4.0", "CC-BY-SA-4.0"},
	{"cc0", "CC0-1.0"},
	{"cc0 1.0", "CC0-1.0"},
	{"http://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"},
	{"http://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"},
	{"https://creativecommons.org/licenses/by-nc-sa/4.0/", "CC-BY-NC-SA-4.0"},
	{"https://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0"},
	{"https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0"},
	{"https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"},
	{"https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"},
	{"https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"},
	{"https://opensource.org/licenses/mit", "MIT"},
	{"https://www.apache.org/licenses/license-2.0", "Apache-2.0"},
	{"mit license", "MIT"},
	{"odbl", "ODbL-1.0"},
	{"odc-by", "ODC-By-1.0"},
	{"pddl", "PDDL-1.0"},
	{"the mit license", "MIT"},
}
