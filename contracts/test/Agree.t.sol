// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Approver, Mute} from "./Wallets.sol";

/// @dev Consent by transaction: what a holder agreed to is no badge, says exactly what the badge will be, and is nobody
/// else's to write.
contract AgreeTest is BadgeTest {
    IERC5484.BurnAuth private constant BOTH = IERC5484.BurnAuth.Both;

    function testAgreementIsNoBadge() public {
        Signed memory grant = unsigned(SAFETY, 3);
        uint256 id = badge.idOf(holder, SAFETY);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Agreed(id, issuer, 3, BOTH, grant.issued, grant.expires, grant.deadline);
        agree(grant);

        (IExpertiseBadge.Badge memory will, uint64 deadline) = badge.agreementOf(id);
        eq(deadline, grant.deadline, "deadline");
        eq(badge.balanceOf(holder), 0, "balance");
        eq(badge.badgesOf(holder).length, 0, "badges");
        eq(badge.levelOf(holder, SAFETY), 0, "level in force");
        bytes memory unknown = abi.encodeWithSelector(IExpertiseBadge.BadgeUnknown.selector, id);
        vm.expectRevert(unknown);
        badge.ownerOf(id);
        vm.expectRevert(unknown);
        badge.badgeOf(id);
        vm.expectRevert(unknown);
        badge.tokenURI(id);
        vm.expectRevert(unknown);
        badge.locked(id);
        vm.expectRevert(unknown);
        badge.burnAuth(id);
        vm.expectRevert(unknown);
        badge.getApproved(id);
        vm.expectRevert(unknown);
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
        vm.expectRevert(unknown);
        vm.prank(holder);
        badge.surrender(id);

        vm.warp(time() + 3 days);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Minted(id, issuer, 3, grant.issued, grant.expires);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC721.Transfer(address(0), holder, id);
        mint(grant);
        eq(keccak256(abi.encode(badge.badgeOf(id))), keccak256(abi.encode(will)), "the badge is what was agreed");
        eq(badge.levelOf(holder, SAFETY), 3, "and in force");
        notAgreed(id);
    }

    /// Whatever differs from what was agreed, even by one bit, is not consented to.
    function testFuzzAgreementBindsEveryField(uint8 field, uint256 noise) public {
        vm.warp(time() + 100);
        Signed memory grant = unsigned(SAFETY, 3);
        agree(grant);
        vm.warp(time() + 10);
        field = uint8(bound(field, 0, 7));
        if (field == 0) grant.holder = vm.addr(bound(noise, 1, type(uint128).max));
        if (field == 1) grant.badgeType = LICENSING;
        if (field == 2) grant.level = uint8(bound(noise, 1, 2));
        if (field == 3) grant.issued += uint64(bound(noise, 1, 10));
        if (field == 4) grant.expires += uint64(bound(noise, 1, YEAR - 100));
        if (field == 5) grant.deadline += uint64(bound(noise, 1, YEAR));
        if (field == 6) grant.deadline -= uint64(bound(noise, 1, 1 days));
        address sender = issuer;
        if (field == 7) {
            issuer = address(0xD00D);
            allow(SAFETY, issuer, true);
        }
        vm.assume(field != 0 || grant.holder != holder);
        refuse(grant, consentRefusal(grant));
        refuseBatch(grant, consentRefusal(grant));

        issuer = sender;
        mint(agreedGrant(badge.idOf(holder, SAFETY)));
    }

    /// Only the sender's own lane is written.
    function testFuzzNobodyAgreesForAnother(address other) public {
        vm.assume(other != holder && other != issuer && other != address(badge) && uint160(other) > 0xffff);
        Signed memory grant = unsigned(SAFETY, 3);
        vm.prank(other);
        badge.agree(SAFETY, 3, issuer, BOTH, grant.expires);
        notAgreed(badge.idOf(holder, SAFETY));
        refuse(grant, consentRefusal(grant));
        grant.holder = other;
        mint(grant);
        eq(badge.levelOf(other, SAFETY), 3, "the sender's");
        eq(badge.levelOf(holder, SAFETY), 0, "and no other's");
    }

    function testEmptyConsentIsNoneWithoutAnAgreement() public {
        Signed memory grant = unsigned(SAFETY, 3);
        refuse(grant, consentRefusal(grant));
        refuseBatch(grant, consentRefusal(grant));
    }

    /* ITS END */

    function testHolderTakesItBack() public {
        Signed memory older = grantOf(SAFETY, 2);
        vm.warp(time() + 1);
        Signed memory grant = unsigned(SAFETY, 3);
        uint256 id = agree(grant);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeNotAgreed.selector, badge.idOf(issuer, SAFETY)));
        vm.prank(issuer);
        badge.withdrawAgreement(SAFETY); // nobody else's
        vm.warp(time() + 1);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.AgreementWithdrawn(id);
        vm.prank(holder);
        badge.withdrawAgreement(SAFETY);

        notAgreed(id);
        refuse(grant, issuedRefusal(grant, time()));
        refuse(older, issuedRefusal(older, time())); // as after the end of a badge
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeNotAgreed.selector, id));
        vm.prank(holder);
        badge.withdrawAgreement(SAFETY);

        vm.warp(time() + 1);
        agree(unsigned(SAFETY, 4));
        mint(agreedGrant(id));
        eq(badge.levelOf(holder, SAFETY), 4, "another agreement works");
    }

    function testFuzzAgreementLapses(uint64 late) public {
        Signed memory grant = unsigned(SAFETY, 3);
        uint256 id = agree(grant);
        vm.warp(grant.deadline + bound(late, 1, 300 days));
        bytes memory lapsed = abi.encodeWithSelector(IExpertiseBadge.BadgeConsentExpired.selector, id, grant.deadline);
        refuse(grant, lapsed);
        refuseBatch(grant, lapsed);
        grant.deadline = time();
        refuse(grant, consentRefusal(grant)); // no grant moves the deadline
        grant.deadline = grant.issued + 30 days;
        vm.warp(grant.deadline);
        mint(grant);
    }

    function testAgreementDiesWithTheTerms() public {
        Signed memory grant = unsigned(SAFETY, 3);
        uint256 id = agree(grant);
        setBurn(SAFETY, IERC5484.BurnAuth.IssuerOnly);
        refuse(grant, consentRefusal(grant));
        changeType(SAFETY, 30 days, 0, 0, BOTH);
        refuse(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, grant.expires));
        changeType(SAFETY, 2 * YEAR, 0, 0, BOTH);
        allow(SAFETY, issuer, false);
        refuse(grant, abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, issuer));
        allow(SAFETY, issuer, true);
        retireType(SAFETY);
        refuse(grant, abi.encodeWithSelector(IBadgeTypes.BadgeTypeRetired.selector, SAFETY));
    }

    /// The newest word of the holder counts, however it was given.
    function testNewerConsentTakesThePlaceOfAnAgreement() public {
        Signed memory older = grantOf(SAFETY, 2);
        vm.warp(time() + 1);
        Signed memory grant = unsigned(SAFETY, 3);
        agree(grant);
        refuse(older, issuedRefusal(older, grant.issued - 1));
        vm.warp(time() + 1);
        Signed memory newer = grantOf(SAFETY, 5);
        mint(newer);
        eq(badge.levelOf(holder, SAFETY), 5, "level");
        refuse(grant, issuedRefusal(grant, newer.issued));

        uint256 id = badge.idOf(holder, SAFETY);
        vm.warp(time() + 1);
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
        refuse(grant, issuedRefusal(grant, time()));
    }

    function testAnotherAgreementTakesThePlaceOfTheFirst() public {
        Signed memory grant = unsigned(SAFETY, 5);
        agree(grant);
        Signed memory second = unsigned(SAFETY, 1); // in the same second
        agree(second);
        refuse(grant, consentRefusal(grant));
        mint(second);
        eq(badge.levelOf(holder, SAFETY), 1, "level");
    }

    function testBadgeThatEndedIsAgreedToAnew() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.warp(time() + 1);
        held(SAFETY);
        vm.warp(time() + 3 * YEAR);
        held(SAFETY); // an expired badge is still the holder's
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Superseded);
        Signed memory grant = unsigned(SAFETY, 4);
        fails(grant, issuedRefusal(grant, time()));
        vm.warp(time() + 1);
        grant = unsigned(SAFETY, 4);
        agree(grant);
        mint(grant);
        eq(badge.levelOf(holder, SAFETY), 4, "level");
        eq(badge.balanceOf(holder), 1, "one badge of the type");
    }

    /* RECOVERY */

    function testAgreementsDieWithTheAddress() public {
        mint(grantOf(SAFETY, 3));
        address heir = vm.addr(0x4E3);
        bytes memory consent = signature(0x4E3, badge.recoveryDigest(holder, heir, time()));
        vm.prank(owner);
        badge.proposeRecovery(holder, heir, time(), consent, DECISION);
        vm.warp(time() + badge.RECOVERY_DELAY());
        Signed memory grant = unsigned(LICENSING, 2);
        uint256 id = agree(grant);
        badge.executeRecovery(holder);

        notAgreed(id);
        notAgreed(badge.idOf(heir, LICENSING));
        eq(badge.balanceOf(heir), 1, "what was agreed does not move");
        bytes memory moved = abi.encodeWithSelector(IExpertiseBadge.BadgeHolderMoved.selector, holder);
        refuse(grant, moved);
        fails(grant, moved);
    }

    function testAgreementIsNoBadgeToRecoverAndNoFreshAddress() public {
        agree(unsigned(SAFETY, 3));
        address heir = vm.addr(0x4E3);
        bytes memory consent = signature(0x4E3, badge.recoveryDigest(holder, heir, time()));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEmpty.selector, holder));
        vm.prank(owner);
        badge.proposeRecovery(holder, heir, time(), consent, DECISION);

        mint(grantTo(0xCA7, SAFETY, 3));
        consent = signature(holderKey, badge.recoveryDigest(vm.addr(0xCA7), holder, time()));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryTarget.selector, holder));
        vm.prank(owner);
        badge.proposeRecovery(vm.addr(0xCA7), holder, time(), consent, DECISION);
    }

    /* WHAT CAN NOT BE AGREED */

    function testBadAgreements() public {
        Signed memory grant = unsigned(SAFETY, 6);
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeLevel.selector, SAFETY, 6));
        grant.level = 0;
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeLevel.selector, SAFETY, 0));
        grant = unsigned(9, 1);
        fails(grant, abi.encodeWithSelector(IBadgeTypes.BadgeTypeUnknown.selector, 9));

        grant = unsigned(SAFETY, 3);
        uint256 id = badge.idOf(holder, SAFETY);
        grant.expires = time();
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, grant.expires));
        grant.expires = time() + 2 * YEAR + 1;
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, grant.expires));
        grant.expires = 0;
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, 0));
        grant.expires = 2 ** 38;
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeTime.selector, grant.issued, grant.expires));

        grant = unsigned(SAFETY, 3);
        setBurn(SAFETY, IERC5484.BurnAuth.Neither); // between the holder's reading and the transaction
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeTerms.selector, SAFETY, IERC5484.BurnAuth.Neither));
        setBurn(SAFETY, BOTH);
        address usual = issuer;
        issuer = address(0); // endorsers do not grant what was agreed; the holder sends the request instead
        fails(grant, abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, issuer));
        issuer = holder;
        allow(SAFETY, holder, true);
        fails(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeSelfIssued.selector, holder));
        issuer = usual;
        retireType(SAFETY);
        fails(grant, abi.encodeWithSelector(IBadgeTypes.BadgeTypeRetired.selector, SAFETY));
    }

    /// Agreements fill half of a holder's lanes at most; the others stay free for what is signed.
    function testAgreementsAreBounded() public {
        for (uint32 i = 1; i <= 33; ++i) {
            createType(100 + i, "nlp", "Linguist", 5, 0);
            allow(100 + i, issuer, true);
            if (i <= 32) agree(unsigned(100 + i, 1));
        }
        fails(unsigned(133, 1), abi.encodeWithSelector(IExpertiseBadge.BadgeHolderFull.selector, holder));
        mint(grantOf(133, 1));
        agree(unsigned(132, 2)); // in its own lane
        mint(agreedGrant(badge.idOf(holder, 101)));
        eq(badge.balanceOf(holder), 2, "what was minted, and nothing that was agreed");
        eq(badge.badgesOf(holder)[1].badgeType, 133, "after lanes that are no badges");
    }

    /* WHO MINTS IT */

    function testDecisionMintsWhatWasAgreed() public {
        address usual = issuer;
        issuer = address(badge);
        Signed[] memory grants = new Signed[](1);
        grants[0] = unsigned(SAFETY, 3);
        uint256 id = agree(grants[0]);
        (IExpertiseBadge.Grant[] memory bares, bytes[] memory consents) = split(grants);
        issuer = usual;
        refuse(grants[0], consentRefusal(grants[0])); // an issuer is no decision
        vm.prank(owner);
        badge.mintDecided(bares, consents, DECISION);
        eq(badge.badgeOf(id).issuer, address(badge), "the DAO is the issuer");
    }

    function testBatchOfSignedAndAgreed() public {
        Signed[] memory grants = new Signed[](2);
        (grants[0], grants[1]) = (grantTo(1000, SAFETY, 2), unsigned(SAFETY, 3));
        agree(grants[1]);
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
        eq(badge.levelOf(vm.addr(1000), SAFETY), 2, "signed");
        eq(badge.levelOf(holder, SAFETY), 3, "agreed");
    }

    /// A wallet without ERC-1271 can send transactions, and that is enough.
    function testContractThatDoesNotSign() public {
        Signed memory grant = unsigned(SAFETY, 3);
        grant.holder = address(new Mute());
        vm.prank(grant.holder);
        badge.agree(SAFETY, 3, issuer, BOTH, grant.expires);
        uint256 id = mint(grant);
        eq(badge.ownerOf(id), grant.holder, "owner");
    }

    /// Some wallets approve a digest by transaction and take an empty signature for it. Theirs is consent as before, and an
    /// agreement to something else does not stand in its way.
    function testEmptySignatureOfAContractWallet() public {
        Approver wallet = new Approver();
        Signed memory grant = grantOf(SAFETY, 3);
        grant.holder = address(wallet);
        grant.consent = "";
        vm.prank(address(wallet));
        badge.agree(SAFETY, 2, issuer, BOTH, grant.expires);
        refuse(grant, consentRefusal(grant));
        wallet.approve(badge.consentDigest(bare(grant), issuer));
        mint(grant);
        eq(badge.levelOf(address(wallet), SAFETY), 3, "level");
    }

    /* HELPERS */

    /// @dev A grant dated now for the usual holder, as an agreement of now would have it, and without a signature.
    function unsigned(uint32 badgeType, uint8 level) private view returns (Signed memory) {
        return Signed(holder, badgeType, level, time(), time() + YEAR, time() + badge.AGREEMENT_LIFE(), "");
    }

    function agree(Signed memory g) private returns (uint256 id) {
        IERC5484.BurnAuth burn = badge.typeOf(g.badgeType).terms.burn;
        vm.prank(g.holder);
        badge.agree(g.badgeType, g.level, issuer, burn, g.expires);
        return badge.idOf(g.holder, g.badgeType);
    }

    function fails(Signed memory g, bytes memory why) private {
        vm.expectRevert(why);
        vm.prank(g.holder);
        badge.agree(g.badgeType, g.level, issuer, BOTH, g.expires);
    }

    function held(uint32 badgeType) private {
        uint256 id = badge.idOf(holder, badgeType);
        fails(unsigned(badgeType, 4), abi.encodeWithSelector(IExpertiseBadge.BadgeHeld.selector, id));
    }

    function notAgreed(uint256 id) private {
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeNotAgreed.selector, id));
        badge.agreementOf(id);
    }

    /// @dev What an issuer reads off the chain.
    function agreedGrant(uint256 id) private view returns (Signed memory) {
        (IExpertiseBadge.Badge memory b, uint64 deadline) = badge.agreementOf(id);
        return Signed(b.holder, b.badgeType, b.level, b.issued, b.expires, deadline, "");
    }

    function refuseBatch(Signed memory grant, bytes memory why) private {
        Signed[] memory one = new Signed[](1);
        one[0] = grant;
        IExpertiseBadge.Batch[] memory batches = batchOf(one);
        vm.expectRevert(why);
        vm.prank(issuer);
        badge.mintBatch(batches);
    }
}
