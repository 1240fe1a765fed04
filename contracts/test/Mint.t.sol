// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {ExpertiseBadge} from "../src/ExpertiseBadge.sol";
import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Wallet} from "./Wallets.sol";

/// @dev Minting, renewing, changing levels, and everything about consent.
contract MintTest is BadgeTest {
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function testMintSaysAllThatHappened() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        uint256 id = badge.idOf(holder, SAFETY);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Minted(id, issuer, 3, grant.issued, grant.expires);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC721.Transfer(address(0), holder, id);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC5192.Locked(id);
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
        IExpertiseBadge.Grant memory grant = grantTo(key, SAFETY, level);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, now_);
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
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeIssuer.selector, SAFETY, first));
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
        count = uint8(bound(count, 0, 30));
        IExpertiseBadge.Grant[] memory grants = new IExpertiseBadge.Grant[](count);
        for (uint256 i = 0; i < count; ++i) {
            grants[i] = grantTo(1000 + i, SAFETY, uint8(1 + i % 5));
        }
        vm.prank(issuer);
        badge.mintBatch(grants);
        for (uint256 i = 0; i < count; ++i) {
            eq(badge.levelOf(vm.addr(1000 + i), SAFETY), 1 + i % 5, "level");
        }
    }

    function testBatchIsAllOrNothing() public {
        IExpertiseBadge.Grant[] memory grants = new IExpertiseBadge.Grant[](2);
        grants[0] = grantTo(1000, SAFETY, 1);
        grants[1] = grantTo(1001, SAFETY, 6);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeLevel.selector, SAFETY, 6));
        vm.prank(issuer);
        badge.mintBatch(grants);
        eq(badge.balanceOf(vm.addr(1000)), 0, "nothing was minted");
    }

    function testBatchRefusesTheSameConsentTwice() public {
        IExpertiseBadge.Grant[] memory grants = new IExpertiseBadge.Grant[](2);
        grants[0] = grantOf(SAFETY, 1);
        grants[1] = grants[0];
        vm.expectRevert(issuedRefusal(grants[1], grants[0].issued));
        vm.prank(issuer);
        badge.mintBatch(grants);
    }

    /* CONSENT */

    function testConsentTypehash() public view {
        eq(
            badge.CONSENT_TYPEHASH(),
            keccak256(
                "Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,uint64 issued,uint64 expires,uint64 deadline)"
            ),
            "typehash"
        );
    }

    /// The same file proves the Go encoder.
    function testConsentDigestIsTheVectors() public {
        string memory json = vm.readFile("testdata/consent.json");
        address there = 0x00000000000000000000000000000000000BaD9E;
        vm.etch(there, address(badge).code);
        vm.chainId(1337);
        IExpertiseBadge.Grant memory grant = IExpertiseBadge.Grant({
            holder: 0x1111111111111111111111111111111111111111,
            badgeType: 7,
            level: 3,
            issued: 1_790_000_000,
            expires: 1_850_000_000,
            deadline: 1_790_604_800,
            consent: ""
        });
        badge = ExpertiseBadge(there);
        vm.store(there, bytes32(0), bytes32(uint256(uint160(owner))));
        vm.prank(owner);
        badge.createType(7, "safety", "Safety evaluator", 5, 0);
        eq(
            badge.consentDigest(grant, 0x2222222222222222222222222222222222222222),
            vm.parseJsonBytes32(json, ".digest"),
            "digest"
        );
    }

    /// Whatever differs from what was signed, even by one bit, is not consented to.
    function testFuzzConsentBindsEveryField(uint8 field, uint256 noise) public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
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
        badge.mint(grant);
    }

    function testFuzzConsentOfAnotherKey(uint256 key) public {
        key = bound(key, 1, HALF_ORDER);
        vm.assume(vm.addr(key) != holder);
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        refuse(signed(key, grant), consentRefusal(grant));
    }

    function testFuzzGarbageIsNoConsent(bytes calldata garbage) public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.consent = garbage;
        refuse(grant, consentRefusal(grant));
    }

    function testHighSIsNoConsent() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(holderKey, badge.consentDigest(grant, issuer));
        grant.consent = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        refuse(grant, consentRefusal(grant));
    }

    function testNobodyConsentsForTheZeroAddress() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.holder = address(0);
        grant.consent = new bytes(65);
        refuse(grant, consentRefusal(grant));
    }

    function testConsentIsForOneContractAndChain() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        vm.chainId(4242);
        refuse(grant, consentRefusal(grant));
        vm.chainId(31337);
        ExpertiseBadge other = new ExpertiseBadge(owner);
        grant.consent = signature(holderKey, other.consentDigest(withType(other, grant), issuer));
        refuse(grant, consentRefusal(grant));
    }

    function testFuzzConsentLapses(uint64 late) public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        mint(grant);
        refuse(grant, issuedRefusal(grant, grant.issued));
    }

    function testOlderConsentCannotUndoALevelChange() public {
        IExpertiseBadge.Grant memory older = grantOf(SAFETY, 2);
        vm.warp(time() + 1);
        IExpertiseBadge.Grant memory newer = grantOf(SAFETY, 4);
        mint(newer);
        refuse(older, issuedRefusal(older, newer.issued));
    }

    /// What was signed before a badge ended never brings it back, used or not.
    function testFuzzConsentDiesWithTheBadge(bool surrendered, uint64 wait) public {
        wait = uint64(bound(wait, 1, 1 hours));
        IExpertiseBadge.Grant memory used = grantOf(SAFETY, 3);
        uint256 id = mint(used);
        vm.warp(time() + wait);
        IExpertiseBadge.Grant memory unused = grantOf(SAFETY, 4);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.holder = address(wallet);
        refuse(grant, consentRefusal(grant));
        uint256 id = mint(signed(holderKey, grant));
        eq(badge.ownerOf(id), address(wallet), "owner");
    }

    function testDelegatedAccountConsentsWithItsKey() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.issued += uint64(bound(ahead, 1, type(uint64).max - grant.issued));
        refuse(signed(holderKey, grant), issuedRefusal(grant, 0));
    }

    function testIssuedIsADate() public {
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.issued = 0;
        refuse(signed(holderKey, grant), issuedRefusal(grant, 0));
    }

    function testFuzzExpiry(uint32 badgeType, uint64 expires) public {
        badgeType = uint32(bound(badgeType, SAFETY, LICENSING));
        IExpertiseBadge.Grant memory grant = grantOf(badgeType, 3);
        grant.expires = expires % 3 == 0 ? expires : uint64(bound(expires, time() - YEAR, time() + 3 * YEAR));
        grant = signed(holderKey, grant);
        bool allowed = badgeType == SAFETY
            ? grant.expires > time() && grant.expires <= grant.issued + 2 * YEAR
            : grant.expires == 0 || (grant.expires > time() && grant.expires <= type(uint40).max);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
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
        IExpertiseBadge.Grant memory grant = grantOf(LICENSING, 3);
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
        IExpertiseBadge.Grant memory grant = grantOf(SAFETY, 3);
        grant.badgeType = 9;
        bytes memory unknown = abi.encodeWithSelector(IExpertiseBadge.BadgeTypeUnknown.selector, 9);
        refuse(grant, unknown);
        vm.expectRevert(unknown);
        badge.consentDigest(grant, issuer);
    }

    /* HELPERS */

    function makeType(uint32 number) private {
        vm.prank(owner);
        badge.createType(number, "nlp", "Linguist", 5, 0);
        allow(number, issuer, true);
    }

    function withType(ExpertiseBadge other, IExpertiseBadge.Grant memory grant)
        private
        returns (IExpertiseBadge.Grant memory)
    {
        vm.prank(owner);
        other.createType(SAFETY, "safety", "Safety evaluator", 5, 2 * YEAR);
        return grant;
    }

    function consentRefusal(IExpertiseBadge.Grant memory grant) private view returns (bytes memory) {
        return abi.encodeWithSelector(IExpertiseBadge.BadgeConsent.selector, badge.idOf(grant.holder, grant.badgeType));
    }

    function issuedRefusal(IExpertiseBadge.Grant memory grant, uint64 after_) private view returns (bytes memory) {
        return abi.encodeWithSelector(
            IExpertiseBadge.BadgeIssued.selector, badge.idOf(grant.holder, grant.badgeType), grant.issued, after_
        );
    }
}
