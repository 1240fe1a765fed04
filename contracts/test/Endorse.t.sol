// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Wallet} from "./Wallets.sol";

/// @dev Minting on the word of members.
contract EndorseTest is BadgeTest {
    uint32 private constant RED_TEAM = 3;
    bytes32 private constant EVIDENCE = keccak256("evidence");

    /// @dev Keys of three members with level 4, by ascending addresses.
    uint256[3] private members = [uint256(0xE1), 0xE2, 0xE3];

    function setUp() public override {
        super.setUp();
        createType(RED_TEAM, "safety", "Red team", 5, 2 * YEAR);
        allow(RED_TEAM, issuer, true);
        changeType(SAFETY, 2 * YEAR, 2, 3, IERC5484.BurnAuth.Both);
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = i + 1; j < 3; ++j) {
                if (vm.addr(members[j]) < vm.addr(members[i])) {
                    (members[i], members[j]) = (members[j], members[i]);
                }
            }
        }
        mint(grantTo(members[0], SAFETY, 4));
        mint(grantTo(members[1], RED_TEAM, 4)); // another type of the domain will do
        mint(grantTo(members[2], SAFETY, 4));
    }

    function testEndorsedMintSaysAllThatHappened() public {
        Signed memory grant = asked(SAFETY, 4);
        uint256 id = badge.idOf(holder, SAFETY);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Endorsed(id, vm.addr(members[0]), EVIDENCE);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Endorsed(id, vm.addr(members[1]), EVIDENCE);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Minted(id, address(0), 4, grant.issued, grant.expires);
        vm.prank(address(0x5E9D)); // anybody may send it
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, endorsed(grant));
        IExpertiseBadge.Badge memory b = badge.badgeOf(id);
        eq(b.issuer, address(0), "no issuer");
        eq(b.level, 4, "level");

        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, issuer));
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause); // no issuer's act ends it
        vm.prank(owner);
        badge.revokeDecided(id, IExpertiseBadge.Reason.Cause, DECISION);
    }

    /// Whoever sends the request has agreed to it; nobody else has without a signature.
    function testHolderSendsTheRequestInsteadOfSigning() public {
        Signed memory grant = asked(SAFETY, 2);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        grant.consent = "";
        fail(grant, two, consentRefusal(grant));
        vm.prank(holder);
        badge.mintEndorsed(bare(grant), "", EVIDENCE, two);
        eq(badge.levelOf(holder, SAFETY), 2, "level");
    }

    function testMoreThanNeededWillDo() public {
        Signed memory grant = asked(SAFETY, 2);
        IExpertiseBadge.Endorsement[] memory all = new IExpertiseBadge.Endorsement[](3);
        all[0] = endorse(members[0], SAFETY, grant);
        all[1] = endorse(members[1], RED_TEAM, grant);
        all[2] = endorse(members[2], SAFETY, grant);
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, all);
        eq(badge.levelOf(holder, SAFETY), 2, "level");
    }

    function testFewerThanNeededWillNot() public {
        Signed memory grant = asked(SAFETY, 2);
        IExpertiseBadge.Endorsement[] memory one = new IExpertiseBadge.Endorsement[](1);
        one[0] = endorse(members[0], SAFETY, grant);
        fail(grant, one, abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsements.selector, SAFETY, 1, 2));
        IExpertiseBadge.Endorsement[] memory none = new IExpertiseBadge.Endorsement[](0);
        fail(grant, none, abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsements.selector, SAFETY, 0, 2));
        grant = asked(LICENSING, 2); // a type that asks for none is minted by issuers alone
        fail(grant, none, abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsements.selector, LICENSING, 0, 0));
    }

    /// Nobody endorses twice, in whatever order.
    function testFuzzEndorsersAreDifferent(uint256 i, uint256 j) public {
        (i, j) = (i % 3, j % 3);
        vm.assume(j <= i);
        Signed memory grant = asked(SAFETY, 2);
        IExpertiseBadge.Endorsement[] memory two = new IExpertiseBadge.Endorsement[](2);
        two[0] = endorse(members[i], i == 1 ? RED_TEAM : SAFETY, grant);
        two[1] = endorse(members[j], j == 1 ? RED_TEAM : SAFETY, grant);
        fail(grant, two, abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsersUnsorted.selector, vm.addr(members[j])));
    }

    function testNobodyEndorsesOneself() public {
        holderKey = members[0];
        holder = vm.addr(holderKey);
        vm.warp(time() + 1);
        Signed memory grant = asked(SAFETY, 4);
        fail(grant, endorsed(grant), abi.encodeWithSelector(IExpertiseBadge.BadgeSelfEndorsed.selector, holder));
    }

    /// An endorser needs the level that the type asks for, and never less than is endorsed.
    function testFuzzEndorserLevel(uint8 own, uint8 least, uint8 granted) public {
        own = uint8(bound(own, 1, 5));
        least = uint8(bound(least, 1, 5));
        granted = uint8(bound(granted, 1, 5));
        changeType(SAFETY, 2 * YEAR, 1, least, IERC5484.BurnAuth.Both);
        vm.warp(time() + 1);
        mint(grantTo(members[0], SAFETY, own));
        Signed memory grant = asked(SAFETY, granted);
        IExpertiseBadge.Endorsement[] memory one = new IExpertiseBadge.Endorsement[](1);
        one[0] = endorse(members[0], SAFETY, grant);
        uint8 needed = granted > least ? granted : least;
        if (own >= needed) {
            badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, one);
            eq(badge.levelOf(holder, SAFETY), granted, "level");
        } else {
            fail(grant, one, level(members[0], own, needed));
        }
    }

    function testEndorserLostTheBadgeMeanwhile() public {
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        uint256 id = badge.idOf(vm.addr(members[0]), SAFETY);
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
        fail(grant, two, level(members[0], 0, 3));
    }

    function testEndorsersBadgeExpiredMeanwhile() public {
        vm.warp(time() + YEAR);
        Signed memory grant = asked(SAFETY, 3);
        fail(grant, endorsed(grant), level(members[0], 0, 3));
    }

    function testEndorsersBadgeIsOfTheDomain() public {
        mint(grantTo(members[0], LICENSING, 3));
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        two[0].badgeType = LICENSING;
        fail(grant, two, level(members[0], 0, 3));
        two[0].badgeType = 9;
        fail(grant, two, level(members[0], 0, 3));
        two[0].badgeType = RED_TEAM; // of the domain, but not the endorser's
        fail(grant, two, level(members[0], 0, 3));
    }

    /// A badge of a retired type stays in force, so its holder still knows what is being talked about.
    function testHoldersOfARetiredTypeEndorse() public {
        retireType(RED_TEAM);
        Signed memory grant = asked(SAFETY, 3);
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, endorsed(grant));
        retireType(SAFETY);
        vm.warp(time() + 1);
        grant = asked(SAFETY, 4);
        fail(grant, endorsed(grant), abi.encodeWithSelector(IBadgeTypes.BadgeTypeRetired.selector, SAFETY));
    }

    function testFuzzEndorsementLapses(uint64 late) public {
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        vm.warp(two[1].deadline + bound(late, 1, 10 days));
        // The request is good for longer than the endorsements here.
        fail(
            grant,
            two,
            abi.encodeWithSelector(
                IExpertiseBadge.BadgeEndorsementExpired.selector, vm.addr(members[0]), two[0].deadline
            )
        );
        vm.warp(two[1].deadline);
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, two);
    }

    /// Whatever differs from what was signed is not endorsed, even if the holder agreed to it.
    function testFuzzEndorsementBindsEveryField(uint8 field, uint256 noise) public {
        vm.warp(time() + 1 days);
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        bytes32 evidence = EVIDENCE;
        field = uint8(bound(field, 0, 5));
        if (field == 0) holderKey = 0xB0B2;
        if (field == 1) {
            changeType(RED_TEAM, 2 * YEAR, 2, 3, IERC5484.BurnAuth.Both);
            grant.badgeType = RED_TEAM;
        }
        if (field == 2) grant.level = uint8(bound(noise, 1, 2));
        if (field == 3) grant.issued -= uint64(bound(noise, 1, 1 days));
        if (field == 4) two[0].deadline += uint64(bound(noise, 1, 1 days));
        if (field == 5) evidence = bytes32(noise);
        vm.assume(field != 5 || evidence != EVIDENCE);
        grant.holder = vm.addr(holderKey);
        grant.consent = signature(holderKey, badge.requestDigest(bare(grant), evidence));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsement.selector, vm.addr(members[0])));
        badge.mintEndorsed(bare(grant), grant.consent, evidence, two);
    }

    /// The holder's request binds what the endorsements do, and its expiry and deadline.
    function testFuzzRequestBindsEveryField(uint8 field, uint64 noise) public {
        Signed memory grant = asked(SAFETY, 3);
        bytes memory request = grant.consent;
        vm.warp(time() + 10);
        field = uint8(bound(field, 0, 4));
        noise = uint64(bound(noise, 1, 10));
        bytes32 evidence = EVIDENCE;
        if (field == 0) grant.level = 2;
        if (field == 1) grant.issued += noise;
        if (field == 2) grant.expires += noise;
        if (field == 3) grant.deadline += noise;
        if (field == 4) evidence = bytes32(uint256(noise));
        grant.consent = request;
        IExpertiseBadge.Endorsement[] memory two = new IExpertiseBadge.Endorsement[](2);
        two[0] = endorseShown(members[0], SAFETY, grant, evidence);
        two[1] = endorseShown(members[1], RED_TEAM, grant, evidence);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeConsent.selector, badge.idOf(holder, SAFETY)));
        badge.mintEndorsed(bare(grant), grant.consent, evidence, two);
    }

    /// A consent to an issuer is no request, and a request no consent.
    function testRequestIsNoConsent() public {
        Signed memory grant = asked(SAFETY, 3);
        refuse(grant, abi.encodeWithSelector(IExpertiseBadge.BadgeConsent.selector, badge.idOf(holder, SAFETY)));
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        issuer = address(0);
        signed(holderKey, grant);
        fail(grant, two, abi.encodeWithSelector(IExpertiseBadge.BadgeConsent.selector, badge.idOf(holder, SAFETY)));
    }

    /// An endorsement is spent with the grant: not for a renewal, and not after the badge ended.
    function testEndorsementsServeOnce() public {
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, two);
        uint256 id = badge.idOf(holder, SAFETY);
        bytes memory refusal =
            abi.encodeWithSelector(IExpertiseBadge.BadgeIssued.selector, id, grant.issued, grant.issued);
        fail(grant, two, refusal);
        vm.warp(time() + 1);
        vm.prank(holder);
        badge.surrender(id);
        fail(grant, two, abi.encodeWithSelector(IExpertiseBadge.BadgeIssued.selector, id, grant.issued, time()));
    }

    function testFuzzGarbageIsNoEndorsement(bytes calldata garbage) public {
        Signed memory grant = asked(SAFETY, 3);
        IExpertiseBadge.Endorsement[] memory two = endorsed(grant);
        two[1].signature = garbage;
        fail(grant, two, abi.encodeWithSelector(IExpertiseBadge.BadgeEndorsement.selector, vm.addr(members[1])));
    }

    function testContractWalletEndorses() public {
        Wallet wallet = new Wallet(vm.addr(0xABC));
        Signed memory own = grantTo(0xABC, SAFETY, 5);
        own.holder = address(wallet);
        mint(signed(0xABC, own));
        changeType(SAFETY, 2 * YEAR, 1, 5, IERC5484.BurnAuth.Both);
        Signed memory grant = asked(SAFETY, 5);
        IExpertiseBadge.Endorsement[] memory one = new IExpertiseBadge.Endorsement[](1);
        one[0] = IExpertiseBadge.Endorsement(address(wallet), SAFETY, time() + 1 days, "");
        one[0].signature =
            signature(0xABC, badge.endorsementDigest(bare(grant), EVIDENCE, address(wallet), one[0].deadline));
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, one);
        eq(badge.levelOf(holder, SAFETY), 5, "level");
    }

    /* HELPERS */

    /// @dev A request of the usual holder, good for a month.
    function asked(uint32 badgeType, uint8 level_) private view returns (Signed memory grant) {
        grant = grantOf(badgeType, level_);
        grant.deadline = time() + 30 days;
        grant.consent = signature(holderKey, badge.requestDigest(bare(grant), EVIDENCE));
    }

    function endorse(uint256 key, uint32 own, Signed memory grant)
        private
        view
        returns (IExpertiseBadge.Endorsement memory)
    {
        return endorseShown(key, own, grant, EVIDENCE);
    }

    function endorseShown(uint256 key, uint32 own, Signed memory grant, bytes32 evidence)
        private
        view
        returns (IExpertiseBadge.Endorsement memory)
    {
        uint64 deadline = time() + 10 days;
        return IExpertiseBadge.Endorsement({
            endorser: vm.addr(key),
            badgeType: own,
            deadline: deadline,
            signature: signature(key, badge.endorsementDigest(bare(grant), evidence, vm.addr(key), deadline))
        });
    }

    /// @dev By the first two members.
    function endorsed(Signed memory grant) private view returns (IExpertiseBadge.Endorsement[] memory two) {
        two = new IExpertiseBadge.Endorsement[](2);
        two[0] = endorse(members[0], SAFETY, grant);
        two[1] = endorse(members[1], RED_TEAM, grant);
    }

    function fail(Signed memory grant, IExpertiseBadge.Endorsement[] memory endorsements, bytes memory why) private {
        vm.expectRevert(why);
        badge.mintEndorsed(bare(grant), grant.consent, EVIDENCE, endorsements);
    }

    function level(uint256 key, uint8 own, uint8 least) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IExpertiseBadge.BadgeEndorserLevel.selector, vm.addr(key), own, least);
    }
}
