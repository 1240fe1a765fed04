// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";

/// @dev Badge types, issuers and the owner.
contract TypesTest is BadgeTest {
    function testTypeIsWhatWasCreated() public view {
        IExpertiseBadge.BadgeType memory t = badge.typeOf(LICENSING);
        eq(t.domain, "data/licensing", "domain");
        eq(t.name, "Licence reviewer", "name");
        eq(t.levels, 3, "levels");
        eq(t.validity, 0, "validity");
        yes(!t.retired, "not retired");
    }

    function testFuzzCreateType(uint32 number, uint8 levels, uint40 validity) public {
        vm.assume(number > LICENSING && levels > 0);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.TypeCreated(number, "nlp", "Linguist", levels, validity);
        vm.prank(owner);
        badge.createType(number, "nlp", "Linguist", levels, validity);
        IExpertiseBadge.BadgeType memory t = badge.typeOf(number);
        eq(t.levels, levels, "levels");
        eq(t.validity, validity, "validity");
    }

    function testTypesAreMadeOnce() public {
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeTypeTaken.selector, SAFETY));
        vm.prank(owner);
        badge.createType(SAFETY, "nlp", "Linguist", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeTypeTaken.selector, 0));
        vm.prank(owner);
        badge.createType(0, "nlp", "Linguist", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeTypeWithoutLevels.selector, 9));
        vm.prank(owner);
        badge.createType(9, "nlp", "Linguist", 0, 0);
    }

    /// A domain is a path of lowercase words; a name is text that needs no escaping in JSON or SVG.
    function testValidityHas40Bits() public {
        uint64 validity = uint64(type(uint40).max) + 1;
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeValidity.selector, 9, validity));
        badge.createType(9, "law", "Law", 3, validity);
    }

    function testFuzzTextIsRestricted(bytes1 c) public {
        string memory text = string(abi.encodePacked("a", c, "z"));
        bool domain = (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-" || c == "/";
        bool name = c >= 0x20 && c < 0x7f && c != '"' && c != "&" && c != "<" && c != ">" && c != 0x5c;
        bytes memory refusal = abi.encodeWithSelector(IExpertiseBadge.BadgeText.selector, text);
        if (!domain) vm.expectRevert(refusal);
        vm.prank(owner);
        badge.createType(10, text, "Linguist", 1, 0);
        if (!name) vm.expectRevert(refusal);
        vm.prank(owner);
        badge.createType(11, "nlp", text, 1, 0);
    }

    function testTextHasLimits() public {
        string memory longest = "0123456789012345678901234567890123456789012345678901234567890123";
        vm.prank(owner);
        badge.createType(10, longest, longest, 1, 0);
        eq(badge.typeOf(10).name, longest, "64 characters fit");
        string memory longer = string.concat(longest, "4");
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeText.selector, longer));
        vm.prank(owner);
        badge.createType(11, longer, "x", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeText.selector, ""));
        vm.prank(owner);
        badge.createType(11, "nlp", "", 1, 0);
    }

    function testFuzzUnknownType(uint32 number) public {
        vm.assume(number == 0 || number > LICENSING);
        bytes memory unknown = abi.encodeWithSelector(IExpertiseBadge.BadgeTypeUnknown.selector, number);
        vm.expectRevert(unknown);
        badge.typeOf(number);
        vm.expectRevert(unknown);
        vm.prank(owner);
        badge.retireType(number);
        vm.expectRevert(unknown);
        vm.prank(owner);
        badge.setIssuer(number, issuer, true);
        yes(!badge.isIssuer(number, issuer), "no issuer of an unknown type");
    }

    function testRetiringEndsMintingAndKeepsBadges() public {
        uint256 id = mint(grantOf(SAFETY, 2));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.TypeRetired(SAFETY);
        vm.prank(owner);
        badge.retireType(SAFETY);
        yes(badge.typeOf(SAFETY).retired, "retired");
        yes(!badge.isIssuer(SAFETY, issuer), "nobody issues a retired type");
        eq(badge.levelOf(holder, SAFETY), 2, "the badge stays in force");

        bytes memory refusal = abi.encodeWithSelector(IExpertiseBadge.BadgeTypeRetired.selector, SAFETY);
        vm.warp(time() + 1);
        refuse(grantOf(SAFETY, 3), refusal);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.retireType(SAFETY);

        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Mistake);
    }

    function testFuzzIssuersComeAndGo(address account) public {
        vm.assume(account != address(0) && account != issuer && account != holder);
        refuseFrom(account, grantOf(SAFETY, 1));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.IssuerSet(SAFETY, account, true);
        allow(SAFETY, account, true);
        yes(badge.isIssuer(SAFETY, account), "issuer");
        yes(!badge.isIssuer(LICENSING, account), "of that type alone");
        allow(SAFETY, account, false);
        yes(!badge.isIssuer(SAFETY, account), "no longer");
        refuseFrom(account, grantOf(SAFETY, 1));
    }

    function testSettingWhatIsSetSaysNothing() public {
        vm.recordLogs();
        allow(SAFETY, issuer, true);
        allow(SAFETY, address(0xD00D), false);
        eq(vm.getRecordedLogs().length, 0, "no event without a change");
    }

    function testZeroIsNoIssuer() public {
        vm.expectRevert(IExpertiseBadge.BadgeIssuerZero.selector);
        allow(SAFETY, address(0), true);
    }

    function testTypeHasAtMost255IssuersOverItsLife() public {
        for (uint160 i = 1; i < 255; ++i) {
            allow(SAFETY, address(0x10000 + i), true);
        }
        allow(SAFETY, issuer, false);
        allow(SAFETY, issuer, true); // an issuer that returns keeps its number
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeIssuersFull.selector, SAFETY));
        allow(SAFETY, address(0x20000), true);
        allow(LICENSING, address(0x20000), true);
    }

    function testFuzzOnlyTheOwnerGoverns(address stranger) public {
        vm.assume(stranger != owner);
        bytes memory refusal = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.createType(9, "nlp", "Linguist", 1, 0);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.retireType(SAFETY);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.setIssuer(SAFETY, stranger, true);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.transferOwnership(stranger);
    }

    function testOwnerHandsOverInTwoStepsAndNeverLeaves() public {
        address next = address(0xB055);
        vm.prank(owner);
        badge.transferOwnership(next);
        eq(badge.owner(), owner, "not before it is accepted");
        vm.prank(next);
        badge.acceptOwnership();
        eq(badge.owner(), next, "accepted");
        vm.expectRevert(IExpertiseBadge.BadgeOwnerRequired.selector);
        vm.prank(next);
        badge.renounceOwnership();
    }

    function refuseFrom(address account, IExpertiseBadge.Grant memory grant) private {
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeIssuer.selector, SAFETY, account));
        vm.prank(account);
        badge.mint(grant);
    }
}
