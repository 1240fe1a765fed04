// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBadgeTypes} from "./interfaces/IBadgeTypes.sol";
import {IERC5484} from "./interfaces/IERC5484.sol";

/// @dev All that minting checks about a badge type, in one storage word that is read once:
///
/// ```
///  127  112 111   104 103     96 95            88 87            80 79   72 71      64 63      0
/// | version | levels | issuers  | endorserLevel  | endorsements   | burn  | retired  | validity |
/// | 16 bits | 8 bits | 8 bits   | 8 bits         | 8 bits         | 8 bits| 8 bits   | 64 bits  |
/// ```
///
/// Rules of zero are of no type: a type has levels.
type Rules is uint256;

using {
    validity,
    isRetired,
    burn,
    endorsements,
    endorserLevel,
    issuers,
    levels,
    version,
    isUnknown,
    withTerms,
    withIssuers,
    retired
} for Rules global;

/// @dev A new type's rules, before its first terms.
function rulesOf(uint8 levels_) pure returns (Rules) {
    return Rules.wrap(uint256(levels_) << 104);
}

function validity(Rules self) pure returns (uint64) {
    return uint64(Rules.unwrap(self));
}

function isRetired(Rules self) pure returns (bool) {
    return uint8(Rules.unwrap(self) >> 64) != 0;
}

function burn(Rules self) pure returns (IERC5484.BurnAuth) {
    return IERC5484.BurnAuth(uint8(Rules.unwrap(self) >> 72));
}

function endorsements(Rules self) pure returns (uint8) {
    return uint8(Rules.unwrap(self) >> 80);
}

function endorserLevel(Rules self) pure returns (uint8) {
    return uint8(Rules.unwrap(self) >> 88);
}

function issuers(Rules self) pure returns (uint8) {
    return uint8(Rules.unwrap(self) >> 96);
}

function levels(Rules self) pure returns (uint8) {
    return uint8(Rules.unwrap(self) >> 104);
}

function version(Rules self) pure returns (uint16) {
    return uint16(Rules.unwrap(self) >> 112);
}

function isUnknown(Rules self) pure returns (bool) {
    return Rules.unwrap(self) == 0;
}

/// @dev The next version. After 65,535 of them there is none, and the addition reverts.
function withTerms(Rules self, IBadgeTypes.Terms calldata terms) pure returns (Rules) {
    uint16 next = self.version() + 1;
    return Rules.wrap(
        (uint256(next) << 112) | (uint256(self.levels()) << 104) | (uint256(self.issuers()) << 96)
            | (uint256(terms.endorserLevel) << 88) | (uint256(terms.endorsements) << 80)
            | (uint256(uint8(terms.burn)) << 72) | terms.validity
    );
}

function withIssuers(Rules self, uint8 count) pure returns (Rules) {
    return Rules.wrap((Rules.unwrap(self) & ~(uint256(0xff) << 96)) | (uint256(count) << 96));
}

function retired(Rules self) pure returns (Rules) {
    return Rules.wrap(Rules.unwrap(self) | (1 << 64));
}
