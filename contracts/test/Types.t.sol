// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";

/// @dev Badge types, issuers and the owner.
contract TypesTest is BadgeTest {
    function testTypeIsWhatWasCreated() public view {
        IBadgeTypes.BadgeType memory t = badge.typeOf(LICENSING);
        eq(t.domain, "data/licensing", "domain");
        eq(t.name, "Licence reviewer", "name");
        eq(t.levels, 3, "levels");
        eq(t.terms.validity, 0, "validity");
        yes(!t.retired, "not retired");
    }

    function testFuzzCreateType(uint32 number, uint8 levels, uint64 validity) public {
        vm.assume(number > LICENSING && levels > 0);
        validity %= 2 ** 38;
        vm.expectEmit(true, true, true, true, address(badge));
        emit IBadgeTypes.TypeCreated(number, "nlp", "Linguist", levels, plain(validity), DECISION);
        createType(number, "nlp", "Linguist", levels, validity);
        IBadgeTypes.BadgeType memory t = badge.typeOf(number);
        eq(t.levels, levels, "levels");
        eq(t.terms.validity, validity, "validity");
    }

    function testTypesAreMadeOnce() public {
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeTaken.selector, SAFETY));
        createType(SAFETY, "nlp", "Linguist", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeTaken.selector, 0));
        createType(0, "nlp", "Linguist", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeWithoutLevels.selector, 9));
        createType(9, "nlp", "Linguist", 0, 0);
    }

    /// A domain is a path of lowercase words; a name is text that needs no escaping in JSON or SVG.
    function testValidityHas39Bits() public {
        uint64 validity = uint64(2 ** 38);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeValidity.selector, 9, validity));
        createType(9, "law", "Law", 3, validity);
    }

    function testFuzzTextIsRestricted(bytes1 c) public {
        string memory text = string(abi.encodePacked("a", c, "z"));
        bool domain = (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-" || c == "/";
        bool name = c >= 0x20 && c < 0x7f && c != '"' && c != "&" && c != "<" && c != ">" && c != 0x5c;
        bytes memory refusal = abi.encodeWithSelector(IBadgeTypes.BadgeTypeText.selector, text);
        if (!domain) vm.expectRevert(refusal);
        createType(10, text, "Linguist", 1, 0);
        if (!name) vm.expectRevert(refusal);
        createType(11, "nlp", text, 1, 0);
    }

    function testTextHasLimits() public {
        string memory longest = "0123456789012345678901234567890123456789012345678901234567890123";
        createType(10, longest, longest, 1, 0);
        eq(badge.typeOf(10).name, longest, "64 characters fit");
        string memory longer = string.concat(longest, "4");
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeText.selector, longer));
        createType(11, longer, "x", 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeText.selector, ""));
        createType(11, "nlp", "", 1, 0);
    }

    function testFuzzUnknownType(uint32 number) public {
        vm.assume(number == 0 || number > LICENSING);
        bytes memory unknown = abi.encodeWithSelector(IBadgeTypes.BadgeTypeUnknown.selector, number);
        vm.expectRevert(unknown);
        badge.typeOf(number);
        vm.expectRevert(unknown);
        retireType(number);
        vm.expectRevert(unknown);
        vm.prank(owner);
        badge.setIssuer(number, issuer, true, DECISION);
        yes(!badge.isIssuer(number, issuer), "no issuer of an unknown type");
    }

    function testRetiringEndsMintingAndKeepsBadges() public {
        uint256 id = mint(grantOf(SAFETY, 2));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IBadgeTypes.TypeRetired(SAFETY, DECISION);
        retireType(SAFETY);
        yes(badge.typeOf(SAFETY).retired, "retired");
        yes(!badge.isIssuer(SAFETY, issuer), "nobody issues a retired type");
        eq(badge.levelOf(holder, SAFETY), 2, "the badge stays in force");

        bytes memory refusal = abi.encodeWithSelector(IBadgeTypes.BadgeTypeRetired.selector, SAFETY);
        vm.warp(time() + 1);
        refuse(grantOf(SAFETY, 3), refusal);
        vm.expectRevert(refusal);
        retireType(SAFETY);

        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Mistake);
    }

    /* CHANGES */

    /// A change touches what comes after it: a badge keeps its expiry and its burn right, and what levels mean stays.
    function testFuzzChangeCountsFromNowOn(uint64 validity, uint8 endorsements, uint8 least, uint8 burn) public {
        validity = uint64(bound(validity, YEAR, 2 ** 38 - 1));
        endorsements = uint8(bound(endorsements, 0, 16));
        least = endorsements == 0 ? 0 : uint8(bound(least, 1, 5));
        IERC5484.BurnAuth auth = IERC5484.BurnAuth(burn % 4);
        uint256 id = mint(grantOf(SAFETY, 3));
        uint64 expires = badge.badgeOf(id).expires;

        vm.expectEmit(true, true, true, true, address(badge));
        emit IBadgeTypes.TypeChanged(SAFETY, 2, IBadgeTypes.Terms(validity, endorsements, least, auth), DECISION);
        changeType(SAFETY, validity, endorsements, least, auth);

        IBadgeTypes.BadgeType memory t = badge.typeOf(SAFETY);
        eq(t.version, 2, "version");
        eq(t.terms.validity, validity, "validity");
        eq(t.terms.endorsements, endorsements, "endorsements");
        eq(t.terms.endorserLevel, least, "endorser level");
        eq(uint8(t.terms.burn), uint8(auth), "burn right");
        eq(t.levels, 5, "levels");
        eq(t.name, "Safety evaluator", "name");
        eq(t.domain, "safety", "domain");
        eq(badge.badgeOf(id).expires, expires, "the badge's expiry");
        eq(uint8(badge.burnAuth(id)), uint8(IERC5484.BurnAuth.Both), "the badge's burn right");

        vm.warp(time() + 1);
        mint(grantOf(SAFETY, 3));
        eq(uint8(badge.burnAuth(id)), uint8(auth), "the renewed badge's burn right");
    }

    function testFuzzEndorsementsMakeSense(uint8 endorsements, uint8 least) public {
        bool possible = endorsements == 0 ? least == 0 : endorsements <= 16 && least >= 1 && least <= 5;
        bytes memory refusal =
            abi.encodeWithSelector(IBadgeTypes.BadgeTypeEndorsements.selector, SAFETY, endorsements, least);
        if (!possible) vm.expectRevert(refusal);
        changeType(SAFETY, 0, endorsements, least, IERC5484.BurnAuth.Both);
    }

    function testChangeNeedsALivingType() public {
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeUnknown.selector, 9));
        changeType(9, 0, 0, 0, IERC5484.BurnAuth.Both);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeValidity.selector, SAFETY, uint64(2 ** 38)));
        changeType(SAFETY, 2 ** 38, 0, 0, IERC5484.BurnAuth.Both);
        retireType(SAFETY);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeTypeRetired.selector, SAFETY));
        changeType(SAFETY, 0, 0, 0, IERC5484.BurnAuth.Both);
    }

    /// The record ties each act of the owner to the decision that it names.
    function testOwnerNamesADecision() public {
        bytes memory refusal = abi.encodeWithSelector(IBadgeTypes.BadgeDecision.selector);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.createType(9, "nlp", "Linguist", 1, plain(0), 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.changeType(SAFETY, plain(0), 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.retireType(SAFETY, 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.setIssuer(SAFETY, issuer, false, 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.mintDecided(new IExpertiseBadge.Grant[](0), new bytes[](0), 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.revokeDecided(1, IExpertiseBadge.Reason.Cause, 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.proposeRecovery(holder, issuer, time(), "", 0);
        vm.expectRevert(refusal);
        vm.prank(owner);
        badge.cancelRecovery(holder, 0);
    }

    /* ISSUERS */

    function testFuzzIssuersComeAndGo(address account) public {
        vm.assume(account != address(0) && account != issuer && account != holder);
        refuseFrom(account, grantOf(SAFETY, 1));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IBadgeTypes.IssuerSet(SAFETY, account, true, DECISION);
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

    /// Zero stands for endorsers, and the contract for decisions.
    function testZeroAndTheContractAreNoIssuers() public {
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuerReserved.selector, address(0)));
        allow(SAFETY, address(0), true);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuerReserved.selector, address(badge)));
        allow(SAFETY, address(badge), true);
    }

    function testTypeHasAtMost254IssuersOverItsLife() public {
        for (uint160 i = 1; i < 254; ++i) {
            allow(SAFETY, address(0x10000 + i), true);
        }
        allow(SAFETY, issuer, false);
        allow(SAFETY, issuer, true); // an issuer that returns keeps its number
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuersFull.selector, SAFETY));
        allow(SAFETY, address(0x20000), true);
        allow(LICENSING, address(0x20000), true);
    }

    function testFuzzOnlyTheOwnerGoverns(address stranger) public {
        vm.assume(stranger != owner);
        bytes memory refusal = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.createType(9, "nlp", "Linguist", 1, plain(0), DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.retireType(SAFETY, DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.setIssuer(SAFETY, stranger, true, DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.changeType(SAFETY, plain(0), DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.mintDecided(new IExpertiseBadge.Grant[](0), new bytes[](0), DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.revokeDecided(1, IExpertiseBadge.Reason.Cause, DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.proposeRecovery(holder, stranger, time(), "", DECISION);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.cancelRecovery(holder, DECISION);
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
        vm.expectRevert(IBadgeTypes.BadgeOwnerRequired.selector);
        vm.prank(next);
        badge.renounceOwnership();
    }

    function refuseFrom(address account, Signed memory grant) private {
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, account));
        vm.prank(account);
        badge.mint(bare(grant), grant.consent);
    }
}
