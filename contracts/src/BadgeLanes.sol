// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
import {Lane} from "./Lane.sol";

/// @dev Who has which badge.
abstract contract BadgeLanes is IExpertiseBadge {
    /// @notice How many types of badges one holder can ever have.
    uint256 public constant MAX_TYPES_PER_HOLDER = 64;

    /// @dev The badges of a holder, and what the holder agreed to, without gaps: after the first unused lane there are only
    /// unused ones. Lanes are never given back, so a type keeps its lane. Two lanes share a slot.
    mapping(address holder => Lane[MAX_TYPES_PER_HOLDER]) internal _lanes;

    /// @inheritdoc IExpertiseBadge
    function idOf(address holder, uint32 badgeType) public pure returns (uint256) {
        return (uint256(uint160(holder)) << 32) | badgeType;
    }

    /// @inheritdoc IExpertiseBadge
    function levelOf(address holder, uint32 badgeType) public view returns (uint8) {
        (, Lane current) = _find(_lanes[holder], badgeType);
        uint64 expires = current.expires();
        return current.isLive() && (expires == 0 || block.timestamp < expires) ? current.level() : 0;
    }

    /// @dev How many badges a holder has, expired ones included.
    function _balance(address holder) internal view returns (uint256 count) {
        for (uint256 place = 0; place < MAX_TYPES_PER_HOLDER; ++place) {
            Lane current = _lanes[holder][place];
            if (current.isUnused()) break;
            if (current.isLive()) ++count;
        }
    }

    /// @dev The lane of a type among a holder's, or the first unused one, or {MAX_TYPES_PER_HOLDER} if there is neither.
    function _find(Lane[MAX_TYPES_PER_HOLDER] storage lanes, uint32 badgeType)
        internal
        view
        returns (uint256 place, Lane found)
    {
        for (; place < MAX_TYPES_PER_HOLDER; ++place) {
            found = lanes[place];
            if (found.isUnused() || found.badgeType() == badgeType) return (place, found);
        }
        return (place, Lane.wrap(0));
    }

    /// @dev The lane of a badge that exists. An id with bits above the holder's is no badge's id.
    function _live(uint256 id) internal view returns (address holder, uint256 place, Lane current) {
        if (id >> 192 != 0) revert BadgeUnknown(id);
        holder = address(uint160(id >> 32));
        (place, current) = _find(_lanes[holder], uint32(id));
        if (!current.isLive()) revert BadgeUnknown(id);
    }

    /// @dev Whether an address never had a badge. The zero address never has, and can not agree to one.
    function _isFresh(address account) internal view returns (bool) {
        return Lane.unwrap(_lanes[account][0]) == 0;
    }
}
