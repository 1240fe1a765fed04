// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @dev What a Governor is told. Times are in seconds.
struct Settings {
    uint48 votingDelay;
    uint32 votingPeriod;
    uint48 lateQuorumExtension;
    uint256 quorumNumerator; // of a million
    uint256 timelockDelay;
}

/// @title A token whose holders delegate to themselves, on a clock of seconds.
contract PeerVotes is ERC20, ERC20Permit, ERC20Votes {
    constructor(address[] memory voters, uint256[] memory weights) ERC20("Peer", "PEER") ERC20Permit("Peer") {
        for (uint256 i = 0; i < voters.length; ++i) {
            _delegate(voters[i], voters[i]);
            _mint(voters[i], weights[i]);
        }
    }

    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }
}

/// @title OpenZeppelin's Governor as most DAOs put it together; nothing in it is ours.
contract PeerGovernor is
    Governor,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl
{
    uint48 private immutable _DELAY;
    uint32 private immutable _PERIOD;

    constructor(IVotes votes, TimelockController timelock_, Settings memory s)
        Governor("Peer")
        GovernorVotes(votes)
        GovernorVotesQuorumFraction(s.quorumNumerator)
        GovernorPreventLateQuorum(0)
        GovernorTimelockControl(timelock_)
    {
        _DELAY = s.votingDelay;
        _PERIOD = s.votingPeriod;
        _setLateQuorumVoteExtension(s.lateQuorumExtension);
    }

    function votingDelay() public view override returns (uint256) {
        return _DELAY;
    }

    function votingPeriod() public view override returns (uint256) {
        return _PERIOD;
    }

    /// @dev While the extension is set for the first time the period is not known yet.
    function _maxLateQuorumVoteExtension() internal pure override returns (uint256) {
        return type(uint32).max;
    }

    function quorumDenominator() public pure override returns (uint256) {
        return 1_000_000;
    }

    function proposalDeadline(uint256 id) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(id);
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function _tallyUpdated(uint256 id) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(id);
    }

    function _queueOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(id, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(id, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}

/// @title A token, a timelock and a Governor, in one transaction.
contract Peer {
    PeerVotes public immutable VOTES;
    TimelockController public immutable TIMELOCK;
    PeerGovernor public immutable GOVERNOR;

    constructor(address[] memory voters, uint256[] memory weights, Settings memory s) {
        VOTES = new PeerVotes(voters, weights);
        address[] memory anybody = new address[](1);
        TIMELOCK = new TimelockController(s.timelockDelay, new address[](0), anybody, address(this));
        GOVERNOR = new PeerGovernor(VOTES, TIMELOCK, s);
        TIMELOCK.grantRole(TIMELOCK.PROPOSER_ROLE(), address(GOVERNOR));
    }
}
