// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {BadgeLanes} from "./BadgeLanes.sol";
import {BadgeMessages} from "./BadgeMessages.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IERC5484} from "./interfaces/IERC5484.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
import {Lane, MOVED} from "./Lane.sol";

/// @dev How the badges of a lost key come to a new address: decided, agreed to, left open for objection, and then done
/// once.
abstract contract BadgeRecovery is BadgeMessages, BadgeLanes {
    /// @inheritdoc IExpertiseBadge
    uint64 public constant RECOVERY_DELAY = 14 days;

    mapping(address from => Recovery) private _recoveries;

    /// @inheritdoc IExpertiseBadge
    function proposeRecovery(address from, address to, uint64 deadline, bytes calldata consent, bytes32 decision)
        external
        decided(decision)
    {
        if (_balance(from) == 0) revert BadgeRecoveryEmpty(from);
        if (!_isFresh(to)) revert BadgeRecoveryTarget(to);
        if (block.timestamp > deadline) revert BadgeRecoveryExpired(to, deadline);
        if (!_isSignedBy(to, recoveryDigest(from, to, deadline), consent)) revert BadgeRecoveryConsent(to);

        uint64 executable = uint64(block.timestamp) + RECOVERY_DELAY;
        _recoveries[from] = Recovery({to: to, executable: executable, executed: false});
        emit RecoveryProposed(from, to, executable, decision);
    }

    /// @inheritdoc IExpertiseBadge
    function cancelRecovery(address from, bytes32 decision) external decided(decision) {
        _cancel(from, _pending(from).to, decision);
    }

    /// @inheritdoc IExpertiseBadge
    function objectToRecovery(address from, bytes calldata signature) external {
        Recovery memory pending = _pending(from);
        if (msg.sender != from) {
            bytes32 digest = objectionDigest(from, pending.to, pending.executable);
            if (!_isSignedBy(from, digest, signature)) revert BadgeRecoveryObjection(from);
        }
        _cancel(from, pending.to, 0);
    }

    /// @inheritdoc IExpertiseBadge
    function executeRecovery(address from) external {
        Recovery memory pending = _pending(from);
        if (block.timestamp < pending.executable) revert BadgeRecoveryEarly(from, pending.executable);
        address to = pending.to;
        if (!_isFresh(to)) revert BadgeRecoveryTarget(to);
        _recoveries[from].executed = true;

        emit Recovered(from, to);
        uint256 moved = 0;
        for (uint256 place = 0; place < MAX_TYPES_PER_HOLDER; ++place) {
            Lane current = _lanes[from][place];
            if (current.isUnused()) break;
            _lanes[from][place] = Lane.wrap(0);
            if (!current.isLive()) continue;
            _lanes[to][moved++] = current;
            _reissue(from, to, current);
        }
        if (moved == 0) revert BadgeRecoveryEmpty(from);
        _lanes[from][0] = MOVED;
    }

    /// @inheritdoc IExpertiseBadge
    function recoveryOf(address from) external view returns (Recovery memory) {
        return _recoveries[from];
    }

    function _pending(address from) private view returns (Recovery memory pending) {
        pending = _recoveries[from];
        if (pending.to == address(0) || pending.executed) revert BadgeRecoveryUnknown(from);
    }

    function _cancel(address from, address to, bytes32 decision) private {
        delete _recoveries[from];
        emit RecoveryCancelled(from, to, decision);
    }

    /// @dev The standards' events for a badge that ends at one address and is issued as it was at another.
    function _reissue(address from, address to, Lane current) private {
        uint32 badgeType = current.badgeType();
        address issuer = _issuer(badgeType, current.issuer());
        if (issuer == to) revert BadgeSelfIssued(to);
        uint256 id = idOf(to, badgeType);
        emit IERC721.Transfer(from, address(0), idOf(from, badgeType));
        emit IERC721.Transfer(address(0), to, id);
        emit IERC5192.Locked(id);
        emit IERC5484.Issued(issuer, to, id, current.burn());
    }
}
