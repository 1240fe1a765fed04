// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {Council} from "../src/Council.sol";
import {ICouncil} from "../src/interfaces/ICouncil.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Wallet} from "./Wallets.sol";

/// @dev The owner in production: three keys of whom two agree, a timelock, and the badge contract behind it.
contract CouncilTest is BadgeTest {
    uint256 private constant DELAY = 2 days;

    uint256[3] private keys = [uint256(0xC1), 0xC2, 0xC3];
    Council private council;
    TimelockController private timelock;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = i + 1; j < 3; ++j) {
                if (vm.addr(keys[j]) < vm.addr(keys[i])) (keys[i], keys[j]) = (keys[j], keys[i]);
            }
        }
        council = new Council(addresses(3), 2, DELAY);
        timelock = council.TIMELOCK();
        vm.prank(owner);
        badge.transferOwnership(address(timelock));
        bytes memory accept = abi.encodeCall(badge.acceptOwnership, ());
        move(address(badge), accept, votes(motion(address(badge), accept), 2));
        vm.warp(time() + DELAY);
        timelock.execute(address(badge), 0, accept, 0, 0);
        eq(badge.owner(), address(timelock), "the timelock owns the badges");
    }

    function testCouncilActsThroughTheTimelock() public {
        bytes memory call = retirement();
        ICouncil.Vote[] memory two = votes(motion(address(badge), call), 2);
        bytes32 operation = timelock.hashOperation(address(badge), 0, call, 0, bytes32(uint256(1)));
        vm.expectEmit(true, true, true, true, address(council));
        emit ICouncil.Moved(1, operation, address(badge), call, "words");
        vm.prank(address(0x5E9D)); // anybody may send it
        eq(council.move("words", address(badge), call, time(), two), operation, "operation");

        vm.warp(time() + DELAY - 1);
        notReady(operation);
        timelock.execute(address(badge), 0, call, 0, bytes32(uint256(1)));
        vm.warp(time() + 1);
        vm.prank(address(0x5E9D)); // and so may anybody execute it
        council.enact(1, address(badge), call);
        yes(badge.typeOf(SAFETY).retired, "retired");
    }

    /// No key can do anything alone: not to the contracts, not to the timelock, not to the council.
    function testFuzzNoSingleKeyActs(uint8 who) public {
        uint256 key = keys[who % 3];
        address member = vm.addr(key);
        bytes memory call = retirement();
        ICouncil.Vote[] memory one = new ICouncil.Vote[](1);
        one[0] = ICouncil.Vote(member, signature(key, motion(address(badge), call)));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilVotes.selector, 1, 2));
        move(address(badge), call, one);
        ICouncil.Vote[] memory twice = new ICouncil.Vote[](2);
        (twice[0], twice[1]) = (one[0], one[0]);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilMember.selector, member));
        move(address(badge), call, twice);

        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.CANCELLER_ROLE(), timelock.DEFAULT_ADMIN_ROLE()];
        for (uint256 i = 0; i < 3; ++i) {
            yes(!timelock.hasRole(roles[i], member), "no role of its own");
        }
        yes(!timelock.hasRole(roles[2], address(council)), "the council does not administer the timelock");
        yes(!timelock.hasRole(roles[2], address(this)), "nor does who deployed it");
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, member, roles[0])
        );
        vm.prank(member);
        timelock.schedule(address(badge), 0, call, 0, 0, DELAY);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilTimelock.selector, member));
        vm.prank(member);
        council.setMembers(addresses(2), 2);
    }

    function testStrangersDoNotVote() public {
        bytes memory call = retirement();
        bytes32 digest = motion(address(badge), call);
        ICouncil.Vote[] memory two = votes(digest, 2);
        address stranger = vm.addr(0xBAD);
        two[1] = ICouncil.Vote(stranger, signature(0xBAD, digest));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilMember.selector, stranger));
        move(address(badge), call, two);
        two = votes(digest, 2);
        two[1].signature = signature(0xBAD, digest);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilSignature.selector, two[1].member));
        move(address(badge), call, two);
    }

    /// An agreement is to one act, whole, and once.
    function testFuzzVotesBindEveryField(uint8 field, uint64 noise) public {
        bytes memory call = retirement();
        ICouncil.Vote[] memory two = votes(motion(address(badge), call), 2);
        (string memory words, address target, uint64 deadline) = ("words", address(badge), time());
        field = uint8(bound(field, 0, 4));
        if (field == 0) words = "other words";
        if (field == 1) target = address(0xD00D);
        if (field == 2) call = abi.encodeCall(badge.retireType, (LICENSING, DECISION));
        if (field == 3) deadline += uint64(bound(noise, 1, YEAR));
        if (field == 4) move(address(badge), retirement(), two);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilSignature.selector, two[0].member));
        council.move(words, target, call, deadline, two);
    }

    function testAgreementLapses() public {
        bytes memory call = retirement();
        uint64 deadline = time();
        ICouncil.Vote[] memory two = votes(motion(address(badge), call), 2);
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CouncilExpired.selector, deadline));
        council.move("words", address(badge), call, deadline, two);
    }

    function testCouncilTakesACallBack() public {
        bytes memory call = retirement();
        bytes32 operation = move(address(badge), call, votes(motion(address(badge), call), 2));
        bytes32 digest = typed(
            keccak256(
                abi.encode(
                    keccak256("Withdrawal(bytes32 operation,uint256 number,uint64 deadline)"), operation, 2, time()
                )
            )
        );
        ICouncil.Vote[] memory two = votes(digest, 2);
        vm.expectEmit(true, true, true, true, address(council));
        emit ICouncil.Withdrawn(2, operation);
        council.withdraw(operation, time(), two);
        vm.warp(time() + DELAY);
        notReady(operation);
        timelock.execute(address(badge), 0, call, 0, bytes32(uint256(1)));
        yes(!badge.typeOf(SAFETY).retired, "not retired");
    }

    /// The council renews itself as it does anything else: by agreement, and after the delay.
    function testCouncilChangesItsMembers() public {
        address[] memory next = addresses(3);
        next[2] = address(new Wallet(vm.addr(0xABC))); // a contract wallet
        if (next[2] < next[1]) (next[1], next[2]) = (next[2], next[1]);
        if (next[1] < next[0]) (next[0], next[1]) = (next[1], next[0]);
        bytes memory call = abi.encodeCall(council.setMembers, (next, 3));
        move(address(council), call, votes(motion(address(council), call), 3));
        vm.warp(time() + DELAY);
        timelock.execute(address(council), 0, call, 0, bytes32(uint256(1)));
        eq(council.threshold(), 3, "threshold");
        eq(council.members().length, 3, "members");

        bytes32 digest = motion(address(badge), retirement());
        ICouncil.Vote[] memory three = new ICouncil.Vote[](3);
        for (uint256 i = 0; i < 3; ++i) {
            three[i].member = next[i];
            uint256 key = next[i] == vm.addr(keys[0]) ? keys[0] : next[i] == vm.addr(keys[1]) ? keys[1] : 0xABC;
            three[i].signature = signature(key, digest);
        }
        move(address(badge), retirement(), three);
    }

    function testNoCouncilIsOneKey() public {
        refuseNew(3, 1, abi.encodeWithSelector(ICouncil.CouncilThreshold.selector, 1, 3));
        refuseNew(1, 1, abi.encodeWithSelector(ICouncil.CouncilThreshold.selector, 1, 1));
        refuseNew(2, 3, abi.encodeWithSelector(ICouncil.CouncilThreshold.selector, 3, 2));
        address[] memory same = new address[](2);
        (same[0], same[1]) = (vm.addr(keys[0]), vm.addr(keys[0]));
        try new Council(same, 2, DELAY) {
            revert Untrue("the same member twice");
        } catch (bytes memory why) {
            eq(keccak256(why), keccak256(abi.encodeWithSelector(ICouncil.CouncilUnsorted.selector, same[0])), "why");
        }
    }

    /* HELPERS */

    function notReady(bytes32 operation) private {
        bytes32 ready = bytes32(uint256(1) << uint8(TimelockController.OperationState.Ready));
        vm.expectRevert(
            abi.encodeWithSelector(TimelockController.TimelockUnexpectedOperationState.selector, operation, ready)
        );
    }

    function refuseNew(uint256 count, uint256 threshold, bytes memory want) private {
        try new Council(addresses(count), threshold, DELAY) {
            revert Untrue("the council was made");
        } catch (bytes memory why) {
            eq(keccak256(why), keccak256(want), "why");
        }
    }

    function addresses(uint256 count) private view returns (address[] memory members) {
        members = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            members[i] = vm.addr(keys[i]);
        }
    }

    function retirement() private view returns (bytes memory) {
        return abi.encodeCall(badge.retireType, (SAFETY, DECISION));
    }

    /// @dev The next act, with the words "words", good until now.
    function motion(address target, bytes memory call) private view returns (bytes32) {
        return typed(
            keccak256(
                abi.encode(
                    keccak256("Motion(string words,address target,bytes data,uint256 number,uint64 deadline)"),
                    keccak256("words"),
                    target,
                    keccak256(call),
                    council.number(),
                    time()
                )
            )
        );
    }

    function typed(bytes32 message) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Peritus"),
                keccak256("1"),
                block.chainid,
                address(council)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }

    function votes(bytes32 digest, uint256 count) private view returns (ICouncil.Vote[] memory list) {
        list = new ICouncil.Vote[](count);
        for (uint256 i = 0; i < count; ++i) {
            list[i] = ICouncil.Vote(vm.addr(keys[i]), signature(keys[i], digest));
        }
    }

    function move(address target, bytes memory call, ICouncil.Vote[] memory list) private returns (bytes32) {
        return council.move("words", target, call, time(), list);
    }
}
