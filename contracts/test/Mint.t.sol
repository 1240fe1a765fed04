// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {ExpertiseBadge} from "../src/ExpertiseBadge.sol";
import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Wallet} from "./Wallets.sol";

/// @dev Minting, renewing, changing levels, and everything about consent.
contract MintTest is BadgeTest {
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function testMintSaysAllThatHappened() public {
        Signed memory grant = grantOf(SAFETY, 3);
        uint256 id = badge.idOf(holder, SAFETY);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Minted(id, issuer, 3, grant.issued, grant.expires);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC721.Transfer(address(0), holder, id);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC5192.Locked(id);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC5484.Issued(issuer, holder, id, IERC5484.BurnAuth.Both);
        mint(grant);

        IExpertiseBadge.Badge memory b = badge.badgeOf(id);
        eq(b.holder, holder, "holder");
        eq(b.badgeType, SAFETY, "type");
        eq(b.level, 3, "level");
        eq(b.issuer, issuer, "issuer");
        eq(b.issued, grant.issued, "issued");
        eq(b.expires, grant.expires, "expires");
        eq(badge.ownerOf(id), holder, "owner");
        eq(badge.balanceOf(holder), 1, "balance");
        eq(badge.levelOf(holder, SAFETY), 3, "level in force");
        yes(badge.locked(id), "locked");
    }

    function testFuzzMint(uint256 key, uint8 level, uint64 age, uint64 life) public {
        key = bound(key, 1, HALF_ORDER);
        level = uint8(bound(level, 1, 5));
        age = uint64(bound(age, 0, YEAR));
        life = uint64(bound(life, age + 1, 2 * YEAR));
        Signed memory grant = grantTo(key, SAFETY, level);
        grant.issued -= age;
        grant.expires = grant.issued + life;
        uint256 id = mint(signed(key, grant));
        eq(badge.ownerOf(id), vm.addr(key), "owner");
        eq(badge.levelOf(vm.addr(key), SAFETY), level, "level");
        vm.warp(grant.expires - 1);
        eq(badge.levelOf(vm.addr(key), SAFETY), level, "in force until the second before its expiry");
        vm.warp(grant.expires);
        eq(badge.levelOf(vm.addr(key), SAFETY), 0, "not at its expiry");
        eq(badge.balanceOf(vm.addr(key)), 1, "an expired badge is still there");
    }

    function testRenewalKeepsTheLevelAndMovesTheDates() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.warp(time() + 100 days);
        Signed memory grant = grantOf(SAFETY, 3);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Renewed(id, issuer, 3, grant.issued, grant.expires);
        vm.recordLogs();
        mint(grant);
        eq(badge.badgeOf(id).issued, grant.issued, "issued");
        eq(badge.balanceOf(holder), 1, "still one badge of the type");
    }

    function testFuzzLevelChange(uint8 before, uint8 now_) public {
        before = uint8(bound(before, 1, 5));
        now_ = uint8(bound(now_, 1, 5));
        vm.assume(before != now_);
        uint256 id = mint(grantOf(SAFETY, before));
        vm.warp(time() + 1);
        Signed memory grant = grantOf(SAFETY, now_);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.LevelChanged(id, issuer, now_, grant.issued, grant.expires);
        mint(grant);
        eq(badge.levelOf(holder, SAFETY), now_, "level");
    }

    function testAnotherIssuerMayRenewAndThenAnswersForTheBadge() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        address first = issuer;
        issuer = address(0x2D);
        allow(SAFETY, issuer, true);
        vm.warp(time() + 1);
        mint(grantOf(SAFETY, 3));
        eq(badge.badgeOf(id).issuer, issuer, "the latest issuer");
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, first));
        vm.prank(first);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
    }

    function testFuzzBadgesOfSeveralTypesPack(uint8 count) public {
        count = uint8(bound(count, 1, 64));
        for (uint32 i = 1; i <= count; ++i) {
            makeType(100 + i);
            mint(grantOf(100 + i, uint8(1 + i % 5)));
        }
        eq(badge.balanceOf(holder), count, "balance");
        IExpertiseBadge.Badge[] memory all = badge.badgesOf(holder);
        eq(all.length, count, "all");
        for (uint32 i = 1; i <= count; ++i) {
            eq(all[i - 1].badgeType, 100 + i, "in order");
            eq(badge.levelOf(holder, 100 + i), 1 + i % 5, "level");
        }
    }

    function testHolderHasAtMost64Types() public {
        for (uint32 i = 1; i <= 65; ++i) {
            makeType(100 + i);
            if (i <= 64) mint(grantOf(100 + i, 1));
        }
        refuse(grantOf(165, 1), abi.encodeWithSelector(IExpertiseBadge.BadgeHolderFull.selector, holder));
        vm.warp(time() + 1);
        mint(grantOf(164, 2));
    }

    /* BATCH */

    function testFuzzBatch(uint8 count) public {
        count = uint8(bound(count, 1, 30));
        Signed[] memory grants = new Signed[](count);
        for (uint256 i = 0; i < count; ++i) {
            grants[i] = grantTo(1000 + i, SAFETY, uint8(1 + i % 5));
        }
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
        for (uint256 i = 0; i < count; ++i) {
            eq(badge.levelOf(vm.addr(1000 + i), SAFETY), 1 + i % 5, "level");
        }
    }

    function testBatchIsAllOrNothing() public {
        Signed[] memory grants = new Signed[](2);
        grants[0] = grantTo(1000, SAFETY, 1);
        grants[1] = grantTo(1001, SAFETY, 6);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeLevel.selector, SAFETY, 6));
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
        eq(badge.balanceOf(vm.addr(1000)), 0, "nothing was minted");
    }

    /// One transaction takes several types, and contract wallets mint one by one.
    function testBatchesOfTypesAndKeys() public {
        IExpertiseBadge.Batch[] memory batches = new IExpertiseBadge.Batch[](2);
        Signed[] memory one = new Signed[](1);
        one[0] = grantOf(SAFETY, 2);
        batches[0] = batchOf(one)[0];
        one[0] = grantOf(LICENSING, 3);
        batches[1] = batchOf(one)[0];
        vm.prank(issuer);
        badge.mintBatch(batches);
        eq(badge.balanceOf(holder), 2, "both");

        Signed memory grant = grantOf(SAFETY, 3);
        grant.holder = address(new Wallet(holder));
        one[0] = signed(holderKey, grant);
        batches = batchOf(one);
        vm.expectRevert(consentRefusal(one[0]));
        vm.prank(issuer);
        badge.mintBatch(batches);
    }

    /// A batch asks for consent as a single mint does: nothing in it can be altered, and no high s passes.
    function testFuzzBatchBindsEveryField(uint8 field, uint256 noise) public {
        vm.warp(time() + 10);
        Signed[] memory one = new Signed[](1);
        one[0] = grantOf(SAFETY, 3);
        vm.warp(time() + 10);
        IExpertiseBadge.Batch[] memory batches = batchOf(one);
        IExpertiseBadge.Award memory a = batches[0].awards[0];
        field = uint8(bound(field, 0, 7));
        if (field == 0) a.holder = vm.addr(bound(noise, 1, HALF_ORDER));
        if (field == 1) batches[0].badgeType = LICENSING;
        if (field == 2) a.terms -= bound(noise, 1, 2) << 88; // the level
        if (field == 3) a.terms += bound(noise, 1, 10) << 38; // issued
        if (field == 4) a.terms += bound(noise, 1, YEAR); // expires
        if (field == 5) a.terms += bound(noise, 1, YEAR) << 128; // the deadline
        if (field == 6) a.r = bytes32(noise);
        if (field == 7) a.vs = bytes32(noise);
        vm.assume(field != 0 || a.holder != holder);
        if (field >= 6) {
            (bytes32 r, bytes32 vs) = compact(one[0].consent);
            vm.assume(a.r != r || a.vs != vs);
        }
        Signed memory refused = one[0];
        (refused.holder, refused.badgeType) = (a.holder, batches[0].badgeType);
        vm.expectRevert(consentRefusal(refused));
        vm.prank(issuer);
        badge.mintBatch(batches);
    }

    /// The terms of an award say level and dates; type, issuer, burn right and whether it is a badge are not theirs.
    function testFuzzAwardHasNoOtherBits(uint8 bit) public {
        bit = uint8(
            bound(bit, 0, 1) == 0 ? bound(bit, 76, 87) : bit % 2 == 0 ? bound(bit, 96, 127) : bound(bit, 192, 255)
        );
        Signed[] memory one = new Signed[](1);
        one[0] = grantOf(SAFETY, 3);
        IExpertiseBadge.Batch[] memory batches = batchOf(one);
        batches[0].awards[0].terms |= uint256(1) << bit;
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeAward.selector, batches[0].awards[0].terms));
        vm.prank(issuer);
        badge.mintBatch(batches);
    }

    function testBatchRefusesTheSameConsentTwice() public {
        Signed[] memory grants = new Signed[](2);
        grants[0] = grantOf(SAFETY, 1);
        grants[1] = grants[0];
        vm.expectRevert(issuedRefusal(grants[1], grants[0].issued));
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
    }

    /* CONSENT */

    /// The same file proves the Go encoder.
    function testDigestsAreTheVectors() public {
        string memory json = vm.readFile("testdata/messages.json");
        address there = 0x00000000000000000000000000000000000BaD9E;
        vm.etch(there, address(badge).code);
        vm.chainId(1337);
        Signed memory grant = Signed({
            holder: 0x1111111111111111111111111111111111111111,
            badgeType: 7,
            level: 3,
            issued: 1_790_000_000,
            expires: 1_850_000_000,
            deadline: 1_790_604_800,
            consent: ""
        });
        address other = 0x2222222222222222222222222222222222222222;
        bytes32 evidence = keccak256("evidence");
        badge = ExpertiseBadge(there);
        vm.store(there, bytes32(0), bytes32(uint256(uint160(owner))));
        createType(7, "safety", "Safety evaluator", 5, 0);
        eq(badge.consentDigest(bare(grant), other), vm.parseJsonBytes32(json, ".vectors.Consent.digest"), "consent");
        eq(badge.requestDigest(bare(grant), evidence), vm.parseJsonBytes32(json, ".vectors.Request.digest"), "request");
        eq(
            badge.endorsementDigest(bare(grant), evidence, other, grant.deadline),
            vm.parseJsonBytes32(json, ".vectors.Endorsement.digest"),
            "endorsement"
        );
        eq(
            badge.recoveryDigest(grant.holder, other, grant.deadline),
            vm.parseJsonBytes32(json, ".vectors.Recovery.digest"),
            "recovery"
        );
        eq(
            badge.objectionDigest(grant.holder, other, grant.deadline),
            vm.parseJsonBytes32(json, ".vectors.Objection.digest"),
            "objection"
        );
    }

    /// The holder agreed to who may end the badge: ERC-5484's burn right.
    function testFuzzConsentBindsTheBurnRight(uint8 before, uint8 after_) public {
        vm.assume(before % 4 != after_ % 4);
        setBurn(SAFETY, IERC5484.BurnAuth(before % 4));
        Signed memory grant = grantOf(SAFETY, 3);
        setBurn(SAFETY, IERC5484.BurnAuth(after_ % 4));
        refuse(grant, consentRefusal(grant));
        mint(signed(holderKey, grant));
    }

    /* BY DECISION */

    function testDecisionGrants() public {
        Signed[] memory grants = new Signed[](2);
        address usual = issuer;
        issuer = address(badge);
        grants[0] = grantOf(SAFETY, 4);
        grants[1] = grantTo(0xCA7, SAFETY, 5);
        issuer = usual;
        uint256 id = badge.idOf(holder, SAFETY);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Decided(id, DECISION);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Minted(id, address(badge), 4, grants[0].issued, grants[0].expires);
        (IExpertiseBadge.Grant[] memory bares, bytes[] memory consents) = split(grants);
        vm.prank(owner);
        badge.mintDecided(bares, consents, DECISION);
        eq(badge.badgeOf(id).issuer, address(badge), "the DAO is the issuer");
        eq(badge.levelOf(vm.addr(0xCA7), SAFETY), 5, "the other one");

        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, issuer));
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause); // no issuer's act ends it
        vm.prank(owner);
        badge.revokeDecided(id, IExpertiseBadge.Reason.Superseded, DECISION);
    }

    /// Consent to an issuer is no consent to a decision, nor the other way round, and the owner is no issuer.
    function testDecisionNeedsConsentToADecision() public {
        Signed[] memory grants = new Signed[](1);
        grants[0] = grantOf(SAFETY, 4);
        vm.expectRevert(consentRefusal(grants[0]));
        (IExpertiseBadge.Grant[] memory bares, bytes[] memory consents) = split(grants);
        vm.prank(owner);
        badge.mintDecided(bares, consents, DECISION);
        address usual = issuer;
        issuer = address(badge);
        grants[0] = grantOf(SAFETY, 4);
        issuer = usual;
        refuse(grants[0], consentRefusal(grants[0]));
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, owner));
        vm.prank(owner);
        badge.mint(bare(grants[0]), grants[0].consent);
    }

    function testDecisionBringsAConsentForEachGrant() public {
        Signed[] memory grants = new Signed[](2);
        (grants[0], grants[1]) = (grantOf(SAFETY, 4), grantOf(LICENSING, 1));
        (IExpertiseBadge.Grant[] memory bares,) = split(grants);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeConsents.selector, 2, 1));
        vm.prank(owner);
        badge.mintDecided(bares, new bytes[](1), DECISION);
    }

    /* WHAT CONSENT BINDS */

    /// Whatever differs from what was signed, even by one bit, is not consented to.
    function testFuzzConsentBindsEveryField(uint8 field, uint256 noise) public {
        Signed memory grant = grantOf(SAFETY, 3);
        vm.warp(time() + 10);
        address sender = issuer;
        field = uint8(bound(field, 0, 6));
        if (field == 0) grant.holder = vm.addr(bound(noise, 1, HALF_ORDER));
        if (field == 1) grant.badgeType = LICENSING;
        if (field == 2) grant.level = uint8(bound(noise, 1, 2));
        if (field == 3) grant.issued += uint64(bound(noise, 1, 10));
        if (field == 4) grant.expires += uint64(bound(noise, 1, YEAR));
        if (field == 5) grant.deadline += uint64(bound(noise, 1, YEAR));
        if (field == 6) {
            sender = address(0xD00D);
            allow(SAFETY, sender, true);
        }
        vm.assume(grant.holder != holder || field != 0);
        vm.expectRevert(consentRefusal(grant));
        vm.prank(sender);
        badge.mint(bare(grant), grant.consent);
    }

    function testFuzzConsentOfAnotherKey(uint256 key) public {
        key = bound(key, 1, HALF_ORDER);
        vm.assume(vm.addr(key) != holder);
        Signed memory grant = grantOf(SAFETY, 3);
        refuse(signed(key, grant), consentRefusal(grant));
    }

    function testFuzzGarbageIsNoConsent(bytes calldata garbage) public {
        Signed memory grant = grantOf(SAFETY, 3);
        grant.consent = garbage;
        refuse(grant, consentRefusal(grant));
    }

    function testHighSIsNoConsent() public {
        Signed memory grant = grantOf(SAFETY, 3);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(holderKey, badge.consentDigest(bare(grant), issuer));
        grant.consent = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        refuse(grant, consentRefusal(grant));
    }

    function testNobodyConsentsForTheZeroAddress() public {
        Signed memory grant = grantOf(SAFETY, 3);
        grant.holder = address(0);
        grant.consent = new bytes(65);
        refuse(grant, consentRefusal(grant));
    }

    function testConsentIsForOneContractAndChain() public {
        Signed memory grant = grantOf(SAFETY, 3);
        vm.chainId(4242);
        refuse(grant, consentRefusal(grant));
        vm.chainId(31337);
        ExpertiseBadge other = new ExpertiseBadge(owner);
        grant.consent = signature(holderKey, other.consentDigest(bare(withType(other, grant)), issuer));
        refuse(grant, consentRefusal(grant));
    }

    function testFuzzConsentLapses(uint64 late) public {
        Signed memory grant = grantOf(SAFETY, 3);
        vm.warp(grant.deadline + bound(late, 1, 100 days));
        refuse(
            grant,
            abi.encodeWithSelector(
                IExpertiseBadge.BadgeConsentExpired.selector, badge.idOf(holder, SAFETY), grant.deadline
            )
        );
        vm.warp(grant.deadline);
        mint(grant);
    }

    function testConsentIsUsedOnce() public {
        Signed memory grant = grantOf(SAFETY, 3);
        mint(grant);
        refuse(grant, issuedRefusal(grant, grant.issued));
    }

    function testOlderConsentCannotUndoALevelChange() public {
        Signed memory older = grantOf(SAFETY, 2);
        vm.warp(time() + 1);
        Signed memory newer = grantOf(SAFETY, 4);
        mint(newer);
        refuse(older, issuedRefusal(older, newer.issued));
    }

    /// What was signed before a badge ended never brings it back, used or not.
    function testFuzzConsentDiesWithTheBadge(bool surrendered, uint64 wait) public {
        wait = uint64(bound(wait, 1, 1 hours));
        Signed memory used = grantOf(SAFETY, 3);
        uint256 id = mint(used);
        vm.warp(time() + wait);
        Signed memory unused = grantOf(SAFETY, 4);
        vm.prank(surrendered ? holder : issuer);
        if (surrendered) badge.surrender(id);
        else badge.revoke(id, IExpertiseBadge.Reason.Cause);
        uint64 end = time();
        refuse(used, issuedRefusal(used, end));
        refuse(unused, issuedRefusal(unused, end));

        vm.warp(time() + 1);
        mint(grantOf(SAFETY, 1));
        eq(badge.levelOf(holder, SAFETY), 1, "a new consent works");
        eq(badge.balanceOf(holder), 1, "balance");
    }

    function testContractWalletConsents() public {
        Wallet wallet = new Wallet(holder);
        Signed memory grant = grantOf(SAFETY, 3);
        grant.holder = address(wallet);
        refuse(grant, consentRefusal(grant));
        uint256 id = mint(signed(holderKey, grant));
        eq(badge.ownerOf(id), address(wallet), "owner");
    }

    function testDelegatedAccountConsentsWithItsKey() public {
        Signed memory grant = grantOf(SAFETY, 3);
        vm.etch(holder, abi.encodePacked(hex"ef0100", address(new Wallet(issuer))));
        mint(grant);
        eq(badge.levelOf(holder, SAFETY), 3, "level");
    }

    /* BAD GRANTS */

    function testFuzzLevelIsInRange(uint8 level) public {
        vm.assume(level == 0 || level > 5);
        refuse(grantOf(SAFETY, level), abi.encodeWithSelector(IExpertiseBadge.BadgeLevel.selector, SAFETY, level));
    }

    function testFuzzNotIssuedInTheFuture(uint64 ahead) public {
        Signed memory grant = grantOf(SAFETY, 3);
        grant.issued += uint64(bound(ahead, 1, 2 ** 38 - 1 - grant.issued));
        refuse(signed(holderKey, grant), issuedRefusal(grant, 0));
    }

    /// A date that does not fit is refused before it could spoil what stands beside it.
    function testFuzzDatesFit(uint64 date, bool issued) public {
        Signed memory grant = grantOf(LICENSING, 3);
        if (issued) grant.issued = uint64(bound(date, 2 ** 38, type(uint64).max));
        else grant.expires = uint64(bound(date, 2 ** 38, type(uint64).max));
        bytes memory why = abi.encodeWithSelector(IExpertiseBadge.BadgeTime.selector, grant.issued, grant.expires);
        refuse(grant, why);
        vm.expectRevert(why);
        badge.consentDigest(bare(grant), issuer);
    }

    function testIssuedIsADate() public {
        Signed memory grant = grantOf(SAFETY, 3);
        grant.issued = 0;
        refuse(signed(holderKey, grant), issuedRefusal(grant, 0));
    }

    function testFuzzExpiry(uint32 badgeType, uint64 expires) public {
        badgeType = uint32(bound(badgeType, SAFETY, LICENSING));
        Signed memory grant = grantOf(badgeType, 3);
        grant.expires = uint64(
            expires % 3 == 0 ? bound(expires, 0, 2 ** 38 - 1) : bound(expires, time() - YEAR, time() + 3 * YEAR)
        );
        grant = signed(holderKey, grant);
        bool allowed = badgeType == SAFETY
            ? grant.expires > time() && grant.expires <= grant.issued + 2 * YEAR
            : grant.expires == 0 || grant.expires > time();
        if (allowed) {
            mint(grant);
        } else {
            uint256 id = badge.idOf(holder, badgeType);
            refuse(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, grant.expires));
        }
    }

    /// Validity counts from the date of issue, not from the day of minting.
    function testFuzzValidityCountsFromIssue(uint64 age) public {
        age = uint64(bound(age, 1, YEAR));
        Signed memory grant = grantOf(SAFETY, 3);
        grant.issued -= age;
        grant.expires = grant.issued + 2 * YEAR + 1;
        uint256 id = badge.idOf(holder, SAFETY);
        refuse(
            signed(holderKey, grant), abi.encodeWithSelector(IExpertiseBadge.BadgeExpires.selector, id, grant.expires)
        );
        --grant.expires;
        mint(signed(holderKey, grant));
    }

    function testBadgeWithoutExpiryStaysInForce() public {
        Signed memory grant = grantOf(LICENSING, 3);
        grant.expires = 0;
        mint(signed(holderKey, grant));
        vm.warp(time() + 1000 * YEAR);
        eq(badge.levelOf(holder, LICENSING), 3, "level");
    }

    function testNobodyIssuesToOneself() public {
        allow(SAFETY, holder, true);
        issuer = holder;
        refuse(grantOf(SAFETY, 3), abi.encodeWithSelector(IExpertiseBadge.BadgeSelfIssued.selector, holder));
    }

    function testUnknownTypeIsNotMinted() public {
        Signed memory grant = grantOf(SAFETY, 3);
        grant.badgeType = 9;
        bytes memory unknown = abi.encodeWithSelector(IBadgeTypes.BadgeTypeUnknown.selector, 9);
        refuse(grant, unknown);
        vm.expectRevert(unknown);
        badge.consentDigest(bare(grant), issuer);
    }

    /* HELPERS */

    function makeType(uint32 number) private {
        createType(number, "nlp", "Linguist", 5, 0);
        allow(number, issuer, true);
    }

    function withType(ExpertiseBadge other, Signed memory grant) private returns (Signed memory) {
        vm.prank(owner);
        other.createType(SAFETY, "safety", "Safety evaluator", 5, plain(2 * YEAR), DECISION);
        return grant;
    }
}
