// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ICouncil} from "./interfaces/ICouncil.sol";

/// @title The council and its timelock. See {ICouncil} for what each function promises.
/// @dev The timelock is OpenZeppelin's: the council is its one proposer and canceller, everybody may execute, and its
/// administrator is itself.
contract Council is ICouncil, EIP712 {
    bytes32 private constant MOTION_TYPEHASH =
        keccak256("Motion(string words,address target,bytes data,uint256 number,uint64 deadline)");

    bytes32 private constant WITHDRAWAL_TYPEHASH =
        keccak256("Withdrawal(bytes32 operation,uint256 number,uint64 deadline)");

    uint256 private constant MAX_MEMBERS = 64;

    /// @inheritdoc ICouncil
    TimelockController public immutable TIMELOCK;

    /// @inheritdoc ICouncil
    uint256 public threshold;

    /// @inheritdoc ICouncil
    uint256 public number;

    address[] private _members;

    constructor(address[] memory members_, uint256 threshold_, uint256 delay) EIP712("Peritus", "1") {
        address[] memory proposers = new address[](1);
        proposers[0] = address(this);
        TIMELOCK = new TimelockController(delay, proposers, new address[](1), address(0));
        _setMembers(members_, threshold_);
    }

    /* ACTING */

    /// @inheritdoc ICouncil
    function move(string calldata words, address target, bytes calldata data, uint64 deadline, Vote[] calldata votes)
        external
        returns (bytes32 operation)
    {
        uint256 act = number++;
        bytes32 message =
            keccak256(abi.encode(MOTION_TYPEHASH, keccak256(bytes(words)), target, keccak256(data), act, deadline));
        _checkVotes(message, deadline, votes);
        operation = TIMELOCK.hashOperation(target, 0, data, 0, bytes32(act));
        emit Moved(act, operation, target, data, words);
        TIMELOCK.schedule(target, 0, data, 0, bytes32(act), TIMELOCK.getMinDelay());
    }

    /// @inheritdoc ICouncil
    function enact(uint256 act, address target, bytes calldata data) external {
        TIMELOCK.execute(target, 0, data, 0, bytes32(act));
    }

    /// @inheritdoc ICouncil
    function withdraw(bytes32 operation, uint64 deadline, Vote[] calldata votes) external {
        uint256 act = number++;
        _checkVotes(keccak256(abi.encode(WITHDRAWAL_TYPEHASH, operation, act, deadline)), deadline, votes);
        emit Withdrawn(act, operation);
        TIMELOCK.cancel(operation);
    }

    /// @inheritdoc ICouncil
    function setMembers(address[] calldata members_, uint256 threshold_) external {
        if (msg.sender != address(TIMELOCK)) revert CouncilTimelock(msg.sender);
        _setMembers(members_, threshold_);
    }

    /* READING */

    /// @inheritdoc ICouncil
    function members() external view returns (address[] memory) {
        return _members;
    }

    /* INTERNAL */

    /// @dev Members and votes are both sorted, so one walk over the members finds every vote's.
    function _checkVotes(bytes32 message, uint64 deadline, Vote[] calldata votes) private view {
        if (block.timestamp > deadline) revert CouncilExpired(deadline);
        if (votes.length < threshold) revert CouncilVotes(votes.length, threshold);
        bytes32 digest = _hashTypedDataV4(message);
        uint256 place = 0;
        for (uint256 i = 0; i < votes.length; ++i) {
            address member = votes[i].member;
            while (place < _members.length && _members[place] != member) ++place;
            if (place++ == _members.length) revert CouncilMember(member);
            if (!SignatureChecker.isValidSignatureNowCalldata(member, digest, votes[i].signature)) {
                revert CouncilSignature(member);
            }
        }
    }

    function _setMembers(address[] memory members_, uint256 threshold_) private {
        if (threshold_ < 2 || threshold_ > members_.length || members_.length > MAX_MEMBERS) {
            revert CouncilThreshold(threshold_, members_.length);
        }
        address previous = address(0);
        for (uint256 i = 0; i < members_.length; ++i) {
            if (members_[i] <= previous) revert CouncilUnsorted(members_[i]);
            previous = members_[i];
        }
        _members = members_;
        threshold = threshold_;
        emit MembersSet(members_, threshold_);
    }
}
