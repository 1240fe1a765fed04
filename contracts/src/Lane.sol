// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev One holder's badge of one type in half a storage word, so that two badges share a slot and a first badge
/// costs one new slot:
///
/// ```
///  127      96 95    88 87     80 79       40 39       0
/// | badgeType | level  | issuer  | issued    | expires  |
/// |  32 bits  | 8 bits | 8 bits  | 40 bits   | 40 bits  |
/// ```
///
/// A lane of zero was never used. A lane with level zero is a badge that ended: it keeps its type, and in `issued` the
/// date that a later badge has to beat. `issuer` is the number of the issuer within the type.
type Lane is uint128;

using {badgeType, level, issuer, issued, expires, isUnused, isLive, ended} for Lane global;

function lane(uint32 badgeType_, uint8 level_, uint8 issuer_, uint40 issued_, uint40 expires_) pure returns (Lane) {
    return Lane.wrap(
        (uint128(badgeType_) << 96) | (uint128(level_) << 88) | (uint128(issuer_) << 80) | (uint128(issued_) << 40)
            | uint128(expires_)
    );
}

function badgeType(Lane self) pure returns (uint32) {
    return uint32(Lane.unwrap(self) >> 96);
}

function level(Lane self) pure returns (uint8) {
    return uint8(Lane.unwrap(self) >> 88);
}

function issuer(Lane self) pure returns (uint8) {
    return uint8(Lane.unwrap(self) >> 80);
}

function issued(Lane self) pure returns (uint40) {
    return uint40(Lane.unwrap(self) >> 40);
}

function expires(Lane self) pure returns (uint40) {
    return uint40(Lane.unwrap(self));
}

function isUnused(Lane self) pure returns (bool) {
    return Lane.unwrap(self) == 0;
}

function isLive(Lane self) pure returns (bool) {
    return self.level() != 0;
}

/// @dev The lane after its badge ended at `time`. Badges are never issued in the future, so `time` is never earlier
/// than the lane's own date.
function ended(Lane self, uint40 time) pure returns (Lane) {
    return lane(self.badgeType(), 0, 0, time, 0);
}
