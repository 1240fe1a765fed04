// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title The council: several keys, of which a number have to agree, in front of a timelock.
/// @notice The timelock owns what the DAO's contracts leave to an owner. The council can hand it a call or take one back;
/// anybody can execute a call whose delay has passed. No key can do anything alone, and the council nothing at once.
/// Its members sign, and anybody sends.
interface ICouncil {
    /// @notice A member's agreement.
    struct Vote {
        address member;
        /// EIP-712: 65 bytes of a key, or whatever the member's ERC-1271 contract takes.
        bytes signature;
    }

    /* EVENTS */

    /// @notice The council handed a call to the timelock. `words` is what the members read and signed; nothing checks
    /// that it is what the call does, so whoever watches reads both.
    event Moved(uint256 indexed number, bytes32 indexed operation, address indexed target, bytes data, string words);

    /// @notice The council took a call back.
    event Withdrawn(uint256 indexed number, bytes32 indexed operation);

    /// @notice The council has other members.
    event MembersSet(address[] members, uint256 threshold);

    /* ERRORS */

    /// @notice Members come in the order of their addresses, each once.
    error CouncilUnsorted(address member);
    /// @notice The threshold is at least two and at most the number of members, of whom there are at most 64.
    error CouncilThreshold(uint256 threshold, uint256 members);
    /// @notice Not a member.
    error CouncilMember(address account);
    /// @notice The signature is not the member's, or of something else.
    error CouncilSignature(address member);
    /// @notice Fewer members agree than have to.
    error CouncilVotes(uint256 votes, uint256 threshold);
    /// @notice The agreement was good until `deadline`.
    error CouncilExpired(uint64 deadline);
    /// @notice Only the timelock changes the council.
    error CouncilTimelock(address account);

    /* ACTING */

    /// @notice Hands a call to the timelock: what the members signed as
    /// `Motion(string words,address target,bytes data,uint256 number,uint64 deadline)`, in the domain
    /// `{name: "Peritus", version: "1", chainId, verifyingContract: this contract}`. `number` is that of the next act,
    /// {number}. In the timelock it is the salt; there is no value and no predecessor.
    /// @param votes By ascending addresses of the members.
    function move(string calldata words, address target, bytes calldata data, uint64 deadline, Vote[] calldata votes)
        external
        returns (bytes32 operation);

    /// @notice Has the timelock make a call that was handed to it, once its delay has passed. Anybody may send it, here or to
    /// the timelock.
    function enact(uint256 number, address target, bytes calldata data) external;

    /// @notice Takes a call back from the timelock before it is executed: what the members signed as
    /// `Withdrawal(bytes32 operation,uint256 number,uint64 deadline)`.
    function withdraw(bytes32 operation, uint64 deadline, Vote[] calldata votes) external;

    /// @notice Changes the members. Timelock only, so that it takes the council's agreement and the delay.
    /// @param members By ascending addresses.
    function setMembers(address[] calldata members, uint256 threshold) external;

    /* READING */

    /// @notice The timelock that this council made, and the only one it has.
    // solhint-disable-next-line func-name-mixedcase
    function TIMELOCK() external view returns (TimelockController);

    /// @notice The members.
    function members() external view returns (address[] memory);

    /// @notice How many have to agree.
    function threshold() external view returns (uint256);

    /// @notice The number of the next act.
    function number() external view returns (uint256);
}
