// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {Anchor} from "../src/Anchor.sol";
import {IAnchor} from "../src/interfaces/IAnchor.sol";
import {Test} from "./Test.sol";

contract AnchorTest is Test {
    bytes32 private constant GENESIS = sha256("genesis.json");

    address private owner = address(0xA11CE);
    address private sender = address(0x5E4D);
    Anchor private anchor;

    function setUp() public {
        anchor = new Anchor(owner, sender, GENESIS);
    }

    function testNewAnchor() public view {
        eq(anchor.GENESIS(), GENESIS, "genesis");
        eq(anchor.sender(), sender, "sender");
        eq(anchor.owner(), owner, "owner");
        eq(anchor.SLOTS(), 64, "slots");
        eq(anchor.MAX_STEP(), 4294967296, "step");
        (uint64 size, uint64 count) = anchor.latest();
        eq(size, 0, "size");
        eq(count, 0, "count");
        eq(anchor.slotAt(63), bytes32(0), "an unused slot");
    }

    function testConstructorRefusesZeros() public {
        refuseNew(owner, address(0), GENESIS, abi.encodeWithSelector(IAnchor.AnchorSenderZero.selector));
        refuseNew(owner, sender, bytes32(0), abi.encodeWithSelector(IAnchor.AnchorGenesisZero.selector));
        refuseNew(address(0), sender, GENESIS, abi.encodeWithSelector(Ownable.OwnableInvalidOwner.selector, address(0)));
    }

    function refuseNew(address owner_, address sender_, bytes32 genesis, bytes memory want) private {
        try new Anchor(owner_, sender_, genesis) {
            revert Untrue("a bad anchor was made");
        } catch (bytes memory why) {
            eq(keccak256(why), keccak256(want), "reason");
        }
    }

    function testFuzzAnchor(bytes32 root, uint64 size) public {
        size = uint64(bound(size, 1, 2 ** 32));
        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.Anchored(0, size, root);
        vm.prank(sender);
        anchor.anchor(root, size);
        (uint64 got, uint64 count) = anchor.latest();
        eq(got, size, "size");
        eq(count, 1, "count");
        eq(anchor.slotAt(0), keccak256(abi.encode(root, size)), "slot");
        yes(anchor.isAnchored(root, size, 0), "anchored");
        yes(!anchor.isAnchored(root, size + 1, 0), "not another size");
        yes(!anchor.isAnchored(~root, size, 0), "not another root");
        yes(!anchor.isAnchored(root, size, 1), "not in another slot");
    }

    /// The ring holds the last 64 anchors, each in the slot of its sequence, and nothing older.
    function testFuzzRing(uint8 count) public {
        for (uint64 i = 0; i < count; ++i) {
            vm.prank(sender);
            anchor.anchor(keccak256(abi.encode(i)), 10 + i);
        }
        for (uint64 i = 0; i < count; ++i) {
            bool held = anchor.isAnchored(keccak256(abi.encode(i)), 10 + i, i % 64);
            yes(held == (uint256(i) + 64 >= count), "the last 64 are held");
        }
    }

    function testFuzzSizeGrowsByBoundedSteps(uint64 first, uint64 second) public {
        first = uint64(bound(first, 1, 2 ** 32));
        vm.prank(sender);
        anchor.anchor("a", first);
        bool allowed = second > first && second - first <= 2 ** 32;
        if (!allowed) vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, second, first));
        vm.prank(sender);
        anchor.anchor("b", second);
    }

    function testSizeStepEdges() public {
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 0, 0));
        vm.prank(sender);
        anchor.anchor("a", 0);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 2 ** 32 + 1, 0));
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32 + 1);
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 2 ** 32, 2 ** 32));
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32);
    }

    function testFuzzOnlyTheSenderAnchors(address stranger) public {
        vm.assume(stranger != sender);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotSender.selector, stranger));
        vm.prank(stranger);
        anchor.anchor("a", 1);
    }

    function testFuzzSlotsEnd(uint256 slot) public {
        slot = bound(slot, 64, type(uint256).max - 1);
        bytes memory refusal = abi.encodeWithSelector(IAnchor.AnchorSlot.selector, slot);
        vm.expectRevert(refusal);
        anchor.slotAt(slot);
        vm.expectRevert(refusal);
        anchor.isAnchored("a", 1, slot);
    }

    function testFuzzSenderIsHandedOverInTwoSteps(address next) public {
        vm.assume(next != sender && next != address(0));
        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.SenderProposed(next);
        vm.prank(owner);
        anchor.proposeSender(next);
        eq(anchor.sender(), sender, "not before it is accepted");
        eq(anchor.proposedSender(), next, "proposed");

        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotProposed.selector, sender));
        vm.prank(sender);
        anchor.acceptSender();

        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.SenderChanged(sender, next);
        vm.prank(next);
        anchor.acceptSender();
        eq(anchor.sender(), next, "sender");
        eq(anchor.proposedSender(), address(0), "nobody proposed");

        vm.prank(next);
        anchor.anchor("a", 1);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotSender.selector, sender));
        vm.prank(sender);
        anchor.anchor("b", 2);
    }

    function testProposalCanBeWithdrawn() public {
        address next = address(0xBEEF);
        vm.prank(owner);
        anchor.proposeSender(next);
        vm.prank(owner);
        anchor.proposeSender(address(0));
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotProposed.selector, next));
        vm.prank(next);
        anchor.acceptSender();
        eq(anchor.sender(), sender, "unchanged");
    }

    function testFuzzOnlyTheOwnerProposes(address stranger) public {
        vm.assume(stranger != owner);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger));
        vm.prank(stranger);
        anchor.proposeSender(stranger);
    }

    function testHandingOverKeepsSizeAndRing() public {
        vm.prank(sender);
        anchor.anchor("a", 7);
        vm.prank(owner);
        anchor.proposeSender(address(0xBEEF));
        vm.prank(address(0xBEEF));
        anchor.acceptSender();
        (uint64 size, uint64 count) = anchor.latest();
        eq(size, 7, "size");
        eq(count, 1, "count");
        yes(anchor.isAnchored("a", 7, 0), "ring");
    }

    function testOwnerNeverLeaves() public {
        vm.expectRevert(IAnchor.AnchorOwnerRequired.selector);
        vm.prank(owner);
        anchor.renounceOwnership();
    }
}
