// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5484} from "./interfaces/IERC5484.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";

/// @dev One holder's badge of one type in half a storage word, so that two badges share a slot and a first badge
/// costs one new slot:
///
/// ```
///  127      96 95    88 87     80 79   78 77    76 75       38 37       0
/// | badgeType | level  | issuer  | burn  | agreed | issued    | expires  |
/// |  32 bits  | 8 bits | 8 bits  | 2 bits| 2 bits | 38 bits   | 38 bits  |
/// ```
///
/// A lane of zero was never used. A lane with level zero is a badge that ended: it keeps its type, and in `issued` the
/// date that a later badge has to beat. `issuer` is the number of the issuer within the type; see {ENDORSED} and
/// {DECIDED} for the two that are no accounts.
///
/// A lane that is agreed (1, of 0 and 1) is no badge yet: it is what the holder agreed to, bit for bit what the badge
/// will be but for this mark.
///
/// {MOVED} stands in the first lane of an address whose badges went to another one: it is of no type, ends the
/// search for any, and has a date that no grant can beat.
type Lane is uint128;

using {
    granted,
    awarded,
    badgeType,
    level,
    issuer,
    burn,
    issued,
    expires,
    isUnused,
    isLive,
    isAgreed,
    beaten,
    agreed,
    ended
} for Lane global;

/// @dev The largest time that fits, in the year 10,680.
uint64 constant MAX_TIME = 2 ** 38 - 1;

/// @dev The issuer's number of a badge minted with endorsements.
uint8 constant ENDORSED = 0;

/// @dev The issuer's number of a badge granted by decision.
uint8 constant DECIDED = 255;

Lane constant MOVED = Lane.wrap(uint128(MAX_TIME) << 38);

uint128 constant AGREED = 1 << 76;

/// @dev The bits of an award's terms.
uint256 constant AWARDED = (uint256(type(uint64).max) << 128) | (0xff << 88) | (2 ** 76 - 1);

/// @dev Assumes that both times are at most {MAX_TIME}.
function lane(uint32 badgeType_, uint8 level_, uint8 issuer_, IERC5484.BurnAuth burn_, uint64 issued_, uint64 expires_)
    pure
    returns (Lane)
{
    return Lane.wrap(
        (uint128(badgeType_) << 96) | (uint128(level_) << 88) | (uint128(issuer_) << 80) | (uint128(uint8(burn_)) << 78)
            | (uint128(issued_) << 38) | uint128(expires_)
    );
}

/// @dev The lane of a badge from one of no level and no dates, which says of what type it is, from which source, and who
/// may end it. Assumes that both times are at most {MAX_TIME}.
function granted(Lane self, uint8 level_, uint64 issued_, uint64 expires_) pure returns (Lane) {
    return Lane.wrap(Lane.unwrap(self) | (uint128(level_) << 88) | (uint128(issued_) << 38) | uint128(expires_));
}

/// @dev As {granted}, from the terms of an award: the lane's own bits for level and dates, and above the lane the deadline of
/// the consent, which is not the lane's. Other bits would say what the source says.
function awarded(Lane self, uint256 terms) pure returns (Lane) {
    if (terms & ~AWARDED != 0) revert IExpertiseBadge.BadgeAward(terms);
    return Lane.wrap(Lane.unwrap(self) | uint128(terms));
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

function burn(Lane self) pure returns (IERC5484.BurnAuth) {
    return IERC5484.BurnAuth((Lane.unwrap(self) >> 78) & 3);
}

function issued(Lane self) pure returns (uint64) {
    return uint64(Lane.unwrap(self) >> 38) & MAX_TIME;
}

function expires(Lane self) pure returns (uint64) {
    return uint64(Lane.unwrap(self)) & MAX_TIME;
}

/// @dev Whether a lane ends the search for a type: it and all lanes after it are of no type.
function isUnused(Lane self) pure returns (bool) {
    return self.badgeType() == 0;
}

/// @dev Whether a lane is a badge that its holder has, expired or not.
function isLive(Lane self) pure returns (bool) {
    return self.level() != 0 && !self.isAgreed();
}

function isAgreed(Lane self) pure returns (bool) {
    return Lane.unwrap(self) & AGREED != 0;
}

/// @dev The date that a grant in this lane has to be later than: an agreement is met by a grant of its own date.
function beaten(Lane self) pure returns (uint64) {
    return self.isAgreed() ? self.issued() - 1 : self.issued();
}

/// @dev The lane of a badge as that of an agreement to it.
function agreed(Lane self) pure returns (Lane) {
    return Lane.wrap(Lane.unwrap(self) | AGREED);
}

/// @dev The lane after its badge, or the agreement to it, ended at `time`. Neither is ever dated in the future, so `time`
/// is never earlier than the lane's own date.
function ended(Lane self, uint256 time) pure returns (Lane) {
    return lane(self.badgeType(), 0, 0, IERC5484.BurnAuth(0), uint64(time), 0);
}
