// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// IBadgeTypesBadgeType is an auto generated low-level Go binding around an user-defined struct.
type IBadgeTypesBadgeType struct {
	Domain  string
	Name    string
	Levels  uint8
	Retired bool
	Version uint16
	Terms   IBadgeTypesTerms
}

// IBadgeTypesTerms is an auto generated low-level Go binding around an user-defined struct.
type IBadgeTypesTerms struct {
	Validity      uint64
	Endorsements  uint8
	EndorserLevel uint8
	Burn          uint8
}

// IExpertiseBadgeAward is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeAward struct {
	Holder   common.Address
	Level    uint8
	Issued   uint64
	Expires  uint64
	Deadline uint64
	R        [32]byte
	Vs       [32]byte
}

// IExpertiseBadgeBadge is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBadge struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issuer    common.Address
	Burn      uint8
	Issued    uint64
	Expires   uint64
}

// IExpertiseBadgeBatch is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBatch struct {
	BadgeType uint32
	Awards    []IExpertiseBadgeAward
}

// IExpertiseBadgeEndorsement is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeEndorsement struct {
	Endorser  common.Address
	BadgeType uint32
	Deadline  uint64
	Signature []byte
}

// IExpertiseBadgeGrant is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeGrant struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issued    uint64
	Expires   uint64
	Deadline  uint64
}

// IExpertiseBadgeRecovery is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeRecovery struct {
	To         common.Address
	Executable uint64
	Executed   bool
}

// ExpertiseBadgeMetaData contains all meta data concerning the ExpertiseBadge contract.
var ExpertiseBadgeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"owner_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_TYPES_PER_HOLDER\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"RECOVERY_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"badgeOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Badge\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"badgesOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"badges\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Badge[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burnAuth\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"cancelRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"consentDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"createType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"endorsementDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"executeRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getApproved\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"idOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isApprovedForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"levelOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"locked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mint\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintBatch\",\"inputs\":[{\"name\":\"batches\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Batch[]\",\"components\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"awards\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Award[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"vs\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintDecided\",\"inputs\":[{\"name\":\"grants\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Grant[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"consents\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintEndorsed\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"request\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endorsements\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Endorsement[]\",\"components\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"objectToRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"objectionDigest\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proposeRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"recoveryDigest\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recoveryOf\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Recovery\",\"components\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"executed\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"requestDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"retireType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revoke\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumIExpertiseBadge.Reason\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeDecided\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumIExpertiseBadge.Reason\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setApprovalForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"surrender\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tokenURI\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"typeOf\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.BadgeType\",\"components\":[{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"retired\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"version\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]}]}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ApprovalForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Decided\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Endorsed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"endorser\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"evidence\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Issued\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"burnAuth\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIERC5484.BurnAuth\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"IssuerSet\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"LevelChanged\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Locked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Minted\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Recovered\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RecoveryCancelled\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RecoveryProposed\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Renewed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Revoked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"actor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIExpertiseBadge.Reason\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Surrendered\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeChanged\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"version\",\"type\":\"uint16\",\"indexed\":false,\"internalType\":\"uint16\"},{\"name\":\"terms\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeCreated\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"terms\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unlocked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadgeBurn\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"type\":\"error\",\"name\":\"BadgeConsent\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeConsentExpired\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeConsents\",\"inputs\":[{\"name\":\"grants\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"consents\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeDecision\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeEndorsement\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsementExpired\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsements\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorserLevel\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"least\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsersUnsorted\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeExpires\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeHolderFull\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeHolderMoved\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssued\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"after_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuerReserved\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuersFull\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeLevel\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeNotHolder\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeOwnerRequired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeReason\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeRecoveryConsent\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryEarly\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryEmpty\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryExpired\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryObjection\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryTarget\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryUnknown\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSelfEndorsed\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSelfIssued\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSoulbound\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeEndorsements\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeTaken\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeText\",\"inputs\":[{\"name\":\"text\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeUnknown\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeValidity\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeWithoutLevels\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeUnknown\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]}]",
	ID:  "ExpertiseBadge",
	Bin: "0x610180806040523461021957602081616fdc8038038091610020828561021d565b83398101031261021957516001600160a01b03811690819003610219576040519061004c60408361021d565b6007825260208201665065726974757360c81b81526040519261007060408561021d565b600184526020840192603160f81b8452801561020657600180546001600160a01b03199081169091555f8054918216831781556001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a36100dc81610240565b610120526100e984610240565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c08261021d565b5190206080523060c0526040516115218082016001600160401b038111838210176101f2578291615abb833903905ff080156101e7576101605260405161580f90816102ac823960805181615255015260a05181615312015260c05181615226015260e051816152a4015261010051816152ca01526101205181611cc101526101405181611cea015261016051816114c90152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176101f257604052565b601f81511161026b57602081519101516020821061025c571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a71461337f575080630489b56f1461333e57806306fdde03146132df578063081812fc146132b6578063095ea7b31461326e57806314f6b1fb1461310a57806317ed0c8814612d9b5780631e70a9ff14612d6757806323b872dd1461246357806327e8fda0146128eb578063394210ab146128b35780633bc2c4a7146124b05780633f456d021461246857806342842e0e1461246357806347b456521461244657806350dd61811461239c5780635f49cdb5146122745780636352211e146122365780636ac778c11461221b57806370a08231146121af578063715018a61461217757806371c3f702146120eb57806379ba5097146120035780638036665114611f5a57806383a7e7bf14611dbd57806384b0196e14611ca95780638723e19b14611c725780638da5cb5b14611c4057806395d89b4114611be1578063a22cb46514611b92578063a84f111b14611b43578063ab16dfad14611b0f578063aeb26e46146117ec578063b45a3c0e146117c2578063b679fae81461174a578063b88d4fde146116d7578063b8c1a34e14611655578063c2a00e35146115fa578063c867b8001461159a578063c87b56dd14611424578063d12c1e28146112ac578063d19bf0fb14611078578063d1f37e55146108d2578063e30c39781461089f578063e985e9c514610872578063ec9693a014610831578063f2f8fe441461072e578063f2fde38b1461068f578063f5aacf4d146103e25763fd61d10b14610242575f80fd5b346103de5760206003193601126103de5773ffffffffffffffffffffffffffffffffffffffff6004356102748161420e565b9193909316908133036103ae57600381604e1c16610291816134b0565b61029a816134b0565b60018114158061039a575b610362575091925f9261031791906102ef906fffffffff000000000000000000000000166c7fffffffffffffff80000000004260271b161791848652600760205260408620613d5d565b9091906fffffffffffffffffffffffffffffffff8084549260031b9316831b921b1916179055565b827fe835077683e1229ba609861c631052b04b735a65bff37eb1f27f748be864fbf88380a27fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b837f9ade84a3000000000000000000000000000000000000000000000000000000005f52600452610392816134b0565b60245260445ffd5b506103a4816134b0565b60028114156102a5565b827f9f47b682000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b5f80fd5b346103de5760206003193601126103de5760043567ffffffffffffffff81116103de57610413903690600401613752565b905f5b82811061041f57005b61043261042d8285856141ce565b613968565b61043d8285856141ce565b6020810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156103de57019283359367ffffffffffffffff85116103de5760e08502360360208201136103de5761049b8361516f565b935f96606086019363ffffffff608088019616985b8881101561067b5760e0810285016104ca60208201613ae8565b90604081013560ff811681036103de578c67ffffffffffffffff82819350816104f560608701614650565b60ff61050360808901614650565b9361051060a08a01614650565b9673ffffffffffffffffffffffffffffffffffffffff6040519b6105338d613503565b168b5260208b01521660408901521660608701521660808501521660a08301526105d361057c73ffffffffffffffffffffffffffffffffffffffff8c51168a518c519186614fe3565b9173ffffffffffffffffffffffffffffffffffffffff8451169260e08201359060ff601b60c07f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851695013593821c011690615780565b509091906105e0816134b0565b15918261065b575b50501561060257906105fc89600193614675565b016104b0565b805160209182015163ffffffff1677ffffffffffffffffffffffffffffffffffffffff000000009190921b16175b7fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff161490508c806105e8565b509097509550600101935061041692505050565b346103de5760206003193601126103de5773ffffffffffffffffffffffffffffffffffffffff6106bd613631565b6106c5614374565b16807fffffffffffffffffffffffff0000000000000000000000000000000000000000600154161760015573ffffffffffffffffffffffffffffffffffffffff5f54167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b346103de57600319360160e081126103de5760c0136103de5760c43567ffffffffffffffff81116103de576107679036906004016136a3565b90610778610773613955565b61516f565b916107af73ffffffffffffffffffffffffffffffffffffffff84511660608501516080860151916107aa366004613a29565b614fe3565b916004359273ffffffffffffffffffffffffffffffffffffffff841684036103de576107da93614429565b156107f3576107f1906107ec36613979565b614675565b005b610630610801366004613a29565b805160209182015163ffffffff1677ffffffffffffffffffffffffffffffffffffffff000000009190921b161790565b346103de5760206003193601126103de5761084a6140af565b5060e061086361085b60043561420e565b9190506150bf565b610870604051809261384e565bf35b346103de5760406003193601126103de5761088b613631565b50610894613654565b5060206040515f8152f35b346103de575f6003193601126103de57602073ffffffffffffffffffffffffffffffffffffffff60015416604051908152f35b346103de576101206003193601126103de576108ec613783565b60243567ffffffffffffffff81116103de5761090c9036906004016136a3565b9060443567ffffffffffffffff81116103de5761092d9036906004016136a3565b9092906064359060ff8216908183036103de5760807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7c3601126103de576101043596610977614374565b87156110505763ffffffff1695865f52600260205260405f209587158015611046575b61101a578315610fee576109ae8682615462565b15610fb0576109bd83836155e0565b15610f6d576109cd368484614198565b6020815191012060018801556109e4368783614198565b6020815191012060028801556003870167ffffffffffffffff8411610e4557610a0d8154613b49565b601f8111610f1c575b50835f601f8211600114610e7d575f91610e72575b508460011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8660031b1c19161790555b6004870167ffffffffffffffff8711610e4557610a7a8154613b49565b601f8111610df4575b50865f601f8211600114610d55575f91610d4a575b508760011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8960031b1c19161790555b6084359267ffffffffffffffff8416938481141594856103de57647fffffffff8111610d1b5760a4359160ff8316938484141596876103de5785610cd35760c43560ff8116908181036103de5750155b15610c885760019160088c901b61ff00169b60c43560ff8181169b919a921691908b8b036103de576103de5760e4359b60048d10156103de57610b5c8d6134b0565b6103de577ed139a56273498f90f0ca4aa9b0a434f24848d46126776228cbc01bec6960989f8760e09f8c8f91610c2296610c309a6fffff00000000000000000000000000008f956dff000000000000000000000000008f6cff0000000000000000000000006bff00000000000000000000006aff0000000000000000000069ff000000000000000000859684955060481b169b60501b169960581b169760601b16169460681b16169160701b1617171717171790556040519e8f9e8f818152019161415a565b8c810360208e01529161415a565b9760408a01525060608801525060808601525060a0840152610c51816134b0565b60c08301520390a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8d86868a6103de575060c4359160ff8316928381036103de57507fd567587e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5f9750601086111580610d03575b8015610b1a575060c43560ff8116908181036103de575060ff8c161015610b1a565b5060c43560ff8116908181036103de57501515610ce1565b8a7f5bee8b73000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90508201358b610a98565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01690825f528860205f20925f5b818110610dd9575010610da1575b5050600187811b019055610aca565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60f88a60031b161c19908401351690558a80610d92565b8684013585556001909401936020938401938c935001610d84565b87811115610a8357815f5260205f20601f890160051c9060208a10610e3d575b81601f9101920160051c03905f5b828110610e30575050610a83565b5f82820155600101610e22565b5f9150610e14565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90508301358b610a2b565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01690825f528560205f20925f5b818110610f01575010610ec9575b5050600184811b019055610a5d565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60f88760031b161c19908501351690558a80610eba565b87840135855560019094019360209384019389935001610eac565b84811115610a1657815f5260205f20601f860160051c9060208710610f65575b81601f9101920160051c03905f5b828110610f58575050610a16565b5f82820155600101610f4a565b5f9150610f3c565b5090610fac6040519283927f78db44e400000000000000000000000000000000000000000000000000000000845260206004850152602484019161415a565b0390fd5b85610fac6040519283927f78db44e400000000000000000000000000000000000000000000000000000000845260206004850152602484019161415a565b877fdab254f5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b877f4184c045000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508654151561099a565b7f0a09bb4f000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103de5760606003193601126103de5760043567ffffffffffffffff81116103de57366023820112156103de57806004013567ffffffffffffffff81116103de5760248201916024369160c084020101116103de5760243567ffffffffffffffff81116103de576110ee903690600401613752565b92604435926110fb614374565b83156110505784810361127c575f5b81811061111357005b600161113c61112e60206111288587896140f9565b01613968565b61113661455e565b50614cde565b91015461115760ff8360481c16611152816134b0565b614f20565b6040519261116484613557565b30845260ff60208501526040840152606083019182526080830190815261118c8486886140f9565b918985101561124f576111e3916111d56111ab8760051b8b018b614109565b93909273ffffffffffffffffffffffffffffffffffffffff88511691519051916107aa3689613a29565b6111de85613ae8565b614429565b1561124157509061123b6001928761120861080136611203878a8c6140f9565b613a29565b7f7531e5485789fd943c5fdc1c96d227c830c8137e883628fe87acd80ee0c5145b5f80a36107ec3661120385888a6140f9565b0161110a565b610801610630913690613a29565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b84907fa41aba3c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346103de5760206003193601126103de576112c5613631565b6112ce81614394565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06113126112fc84613fc9565b9361130a6040519586613573565b808552613fc9565b015f5b81811061140d57505073ffffffffffffffffffffffffffffffffffffffff8116905f805b84518210156113bd5761138890845f5260076020526fffffffffffffffffffffffffffffffff61136c8260405f20613d5d565b90549060031b1c1660ff808260581c161661138d575b50613d79565b611339565b61139a6113b691866150bf565b936113a481613d79565b946113af828a6140e5565b52876140e5565b5086611382565b846040518091602082016020835281518091526020604084019201905f5b8181106113e9575050500390f35b91935091602060e0826113ff600194885161384e565b0194019101918493926113db565b6020906114186140af565b82828701015201611315565b346103de5760206003193601126103de5761143d6140af565b506114b05f6114a561145361085b60043561420e565b61146663ffffffff602083015116613c58565b9060405194859384937f90877eac00000000000000000000000000000000000000000000000000000000855261010060048601526101048501906137a9565b91602484019061384e565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa801561158f575f90611514575b611510906040519182916020835260208301906135ee565b0390f35b503d805f833e6115248183613573565b8101906020818303126103de5780519067ffffffffffffffff82116103de57019080601f830112156103de57815161155b816135b4565b916115696040519384613573565b818352602082850101116103de576020815f928261151096018386015e830101526114f8565b6040513d5f823e3d90fd5b346103de57600319360160e081126103de5760c0136103de5760206115f260016115e060ff6115cf6115ca613955565b614cde565b9301549260481c16611152816134b0565b9060c4356115ed36613979565b614588565b604051908152f35b346103de57600319360160e081126103de5760c0136103de5760c43573ffffffffffffffffffffffffffffffffffffffff811681036103de576115f2602091600161164b60ff6115cf6115ca613955565b916107aa36613979565b346103de5760406003193601126103de5761166e613631565b6024359061167a614374565b81156110505773ffffffffffffffffffffffffffffffffffffffff8061169f83614d28565b51169116805f5260086020525f60408120557f9aa3b73ad59df83a883417b6ffd99db13147c35b4de2e1de549aa17eda3309415f80a4005b346103de5760806003193601126103de576116f0613631565b506116f9613654565b5060643567ffffffffffffffff81116103de5761171a9036906004016136a3565b50507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260443560045260245ffd5b346103de57600319360161012081126103de5760c0136103de5760e43573ffffffffffffffffffffffffffffffffffffffff811681036103de576101043567ffffffffffffffff811681036103de576020916115f29160016117ad6115ca613955565b5001549160c4356117bd36613979565b614e5d565b346103de5760206003193601126103de576117de60043561420e565b505050602060405160018152f35b346103de5760c06003193601126103de57611805613783565b60807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126103de5760a4359061183b614374565b81156110505761184a81614cde565b919060ff8360401c16611add576024359267ffffffffffffffff84169283851415806103de57647fffffffff8511611aa7576044359460ff8616908187141591826103de5780611a5c5760643560ff8116908181036103de5750155b15611a0b57600161ffff8760701c16019761ffff8911610c5b576064359260ff8416948585036103de576103de576084359560048710156103de576118ea876134b0565b6103de5761ffff60a099827ff48ad6a8366f00f586e53d7391bed6a43a0b989dad3a0c73ac77218808bf5a3c9c63ffffffff9b69ff0000000000000000008b60481b16916aff000000000000000000008860501b16916bff00000000000000000000008b60581b16916fffff00000000000000000000000000006dff00000000000000000000000000807fffffffffffffffffffffffffffffffffffffff000000000000000000000000006cff000000000000000000000000807fffffffffffffffffffffffffffffffffffffffff00000000000000000000000088161616951616169160701b1617171717171780915560701c169a6040519b8c525060208b0152506040890152506060870152611a01816134b0565b60808601521692a3005b849088846103de575060643560ff8116928382036103de5763ffffffff91507fd567587e000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b5f9250601081111580611a8f575b80156118a6575060643560ff8116908181036103de575060ff8760681c1610156118a6565b5060643560ff8116908181036103de57501515611a6a565b8463ffffffff837f5bee8b73000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff827f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103de5760606003193601126103de5760206115f2611b2d613631565b611b35613654565b611b3d613677565b9161403e565b346103de5760406003193601126103de576020611b5e613631565b77ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff611b84613796565b1691831b1617604051908152f35b346103de5760406003193601126103de57611bab613631565b50611bb461383f565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346103de575f6003193601126103de57611510604051611c02604082613573565b600781527f504552495455530000000000000000000000000000000000000000000000000060208201526040519182916020835260208301906135ee565b346103de575f6003193601126103de57602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b346103de5760406003193601126103de576020611c9e611c90613631565b611c98613796565b90613fe1565b60ff60405191168152f35b346103de575f6003193601126103de57611d61611ce57f000000000000000000000000000000000000000000000000000000000000000061540b565b611d0e7f000000000000000000000000000000000000000000000000000000000000000061540b565b6020611d6f60405192611d218385613573565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e08701906135ee565b9085820360408701526135ee565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110611da657505050500390f35b835185528695509381019392810192600101611d97565b346103de5760606003193601126103de576004356024359060048210156103de5760443591611dea614374565b821561105057611df98261420e565b919490929091611e08826134b0565b8115611f3257600381604e1c16611e1e816134b0565b611e27816134b0565b80151580611f1e575b611eee575093945f94611e9291906102ef9073ffffffffffffffffffffffffffffffffffffffff906fffffffff000000000000000000000000166c7fffffffffffffff80000000004260271b1617921695868852600760205260408820613d5d565b60405190611e9f816134b0565b8152847f8aaee7f6a2783303b952a2bba17b01489f878c72c13e089b7214b188651d2e4660203393a47fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b857f9ade84a3000000000000000000000000000000000000000000000000000000005f52600452610392816134b0565b50611f28816134b0565b6002811415611e30565b7fa97f0235000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103de5760206003193601126103de5773ffffffffffffffffffffffffffffffffffffffff611f88613631565b611f90613fab565b50165f526008602052606060405f2060405190611fac826134e7565b5467ffffffffffffffff73ffffffffffffffffffffffffffffffffffffffff82169283815260ff60406020830192848660a01c168452019360e01c1615158352604051938452511660208301525115156040820152f35b346103de575f6003193601126103de576001543373ffffffffffffffffffffffffffffffffffffffff8216036120bf577fffffffffffffffffffffffff0000000000000000000000000000000000000000166001555f54337fffffffffffffffffffffffff00000000000000000000000000000000000000008216175f5573ffffffffffffffffffffffffffffffffffffffff3391167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346103de5760406003193601126103de57612104613783565b63ffffffff612111613654565b911690815f52600360205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260ff60405f205460081c168061215a575b6020906040519015158152f35b505f526002602052602060ff60405f205460401c1615151561214d565b346103de575f6003193601126103de577f3edfbde9000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103de5760206003193601126103de576121c8613631565b73ffffffffffffffffffffffffffffffffffffffff8116156121ef576115f2602091614394565b7f86c4658f000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346103de575f6003193601126103de57602060405160408152f35b346103de5760206003193601126103de57602061225460043561420e565b505073ffffffffffffffffffffffffffffffffffffffff60405191168152f35b346103de5760406003193601126103de5761228d613631565b60243567ffffffffffffffff81116103de576122ad9036906004016136a3565b6122b683614d28565b9173ffffffffffffffffffffffffffffffffffffffff841693843303612326575b5f8573ffffffffffffffffffffffffffffffffffffffff8651169080835260086020528260408120557f9aa3b73ad59df83a883417b6ffd99db13147c35b4de2e1de549aa17eda3309418380a4005b90612363929161235d73ffffffffffffffffffffffffffffffffffffffff86511667ffffffffffffffff602088015116908361403e565b90614429565b15612370578280806122d7565b507f8bb70578000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346103de5760406003193601126103de576123b5613783565b602435906123c1614374565b8115611050576123d081614cde565b60ff8160401c16612414576801000000000000000017905563ffffffff167fe1fbf9cf7d92e9aa0d942a00c9c57301bd19db7d021208f25fb084eba57c51c05f80a3005b63ffffffff837f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103de575f6003193601126103de576020604051621275008152f35b6136d1565b346103de5760806003193601126103de57612481613783565b612489613654565b60443580151581036103de57606435916124a1614374565b8215611050576107f193613da6565b346103de5760206003193601126103de576124c9613631565b6124d281614d28565b67ffffffffffffffff60208201511680421061286e57505173ffffffffffffffffffffffffffffffffffffffff165f818152600760205260409020546fffffffffffffffffffffffffffffffff16612843579073ffffffffffffffffffffffffffffffffffffffff811691825f52600860205260405f207c01000000000000000000000000000000000000000000000000000000007fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff82541617905580837fc4aef5da6b1f6085ebd05a82a61d94bf83a486f32ab4ac3f7843afeed66b14405f80a35f915f9177ffffffffffffffffffffffffffffffffffffffff00000000808260201b169260201b16925b6040811061265c575b5050505015612631575f90815260076020526040902080547fffffffffffffffffffffffffffffffff0000000000000000000000000000000016693fffffffff8000000000179055005b7f5c2a4acf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b855f5260076020526fffffffffffffffffffffffffffffffff6126828260405f20613d5d565b90549060031b1c1663ffffffff8160601c169063ffffffff82161561283c57875f5260076020526126b68360405f20613d5d565b6fffffffffffffffffffffffffffffffff82549160031b1b1916905560ff808260581c16161561283257835f526007602052612703816102ef60405f20996126fd81613d79565b9a613d5d565b73ffffffffffffffffffffffffffffffffffffffff61272860ff8360501c16846153c3565b16908482146128065760019392917f135ffb3383e06280e062ac5095bbf8faa98517161e596a2536bd98a9a8b64a886020600388947f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611838f8e63ffffffff8f818d16179b16175f604051927fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a489895f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a4898152a1604e1c166127ef816134b0565b604051906127fc816134b0565b8152a45b016125de565b847ffe911cae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5050600190612800565b50506125e7565b7f0136fefc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff837ff9e4e3c2000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b346103de5760206003193601126103de576115106128d76128d2613783565b613c58565b6040519182916020835260208301906137a9565b346103de57600319360161012081126103de5760c0136103de5760c43567ffffffffffffffff81116103de576129259036906004016136a3565b9060e4356101043567ffffffffffffffff81116103de5761294a903690600401613752565b909160016129b561295c61112e613955565b9201549661297360ff8460481c16611152816134b0565b966129ad604051986129848a613557565b5f808b5260208b015260408a0195865260608a018b815260808b018290529a876115ed36613979565b6111de613ac5565b15612d5b5760ff815160501c1680158015612d52575b612d1257505f925f5b8181106129e8576107f1876107ec36613979565b6129fb6129f6828489613b09565b613ae8565b73ffffffffffffffffffffffffffffffffffffffff8082169616861115612ce65794612a28828489613b09565b612a3181613ae8565b73ffffffffffffffffffffffffffffffffffffffff80612a4f613ac5565b16911614612c9c576040810167ffffffffffffffff612a6d82614650565b164211612c3b5760208201612a8181613968565b63ffffffff612a8e613955565b91165f52600260205263ffffffff600260405f20015491165f526002602052600260405f200154145f14612c3457612ad290611c98612acc85613ae8565b91613968565b60ff875160581c168060ff612ae5614665565b1611612c20575b60ff8091169116818110612bd0575050612b22612b4091612b15612b0f85613ae8565b91614650565b8d51918a6117bd36613979565b612b2b83613ae8565b612b386060850185614109565b929091614429565b15612b86575090600191612b5661080136613979565b7f7fd5149bae6734bd018b32725641329633aedf52e3160ddedeabdbde1f8e10c36020604051898152a3016129d4565b612ba473ffffffffffffffffffffffffffffffffffffffff91613ae8565b7fbff77ac6000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff612bee85613ae8565b7fc8628832000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b5060ff80612c2c614665565b915050612aec565b505f612ad2565b73ffffffffffffffffffffffffffffffffffffffff612c6b612c6567ffffffffffffffff94613ae8565b92614650565b917fb3b36b19000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b612cba73ffffffffffffffffffffffffffffffffffffffff91613ae8565b7f19398c6e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b857f16a45480000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8363ffffffff612d20613955565b7f079ef95c000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b508084106129cb565b61063061080136613979565b346103de5760606003193601126103de5760206115f2612d85613631565b612d8d613654565b612d95613677565b916138d9565b346103de5760a06003193601126103de57612db4613631565b612dbc613654565b612dc4613677565b9160643567ffffffffffffffff81116103de57612de59036906004016136a3565b9060843594612df2614374565b851561105057612e0184614394565b156130c857612e428573ffffffffffffffffffffffffffffffffffffffff165f5260076020526fffffffffffffffffffffffffffffffff60405f2054161590565b156130865767ffffffffffffffff8116804211613041575090612e6a612e70939286866138d9565b85614429565b15612fff576212750067ffffffffffffffff4216019067ffffffffffffffff8211610c5b5760207f924144b124c87325f60889be3b54715e82bc9b2d03289c67722d65f982559a499173ffffffffffffffffffffffffffffffffffffffff60405195612edb876134e7565b169485815267ffffffffffffffff83820195169182865273ffffffffffffffffffffffffffffffffffffffff60408301915f83521695865f526008855273ffffffffffffffffffffffffffffffffffffffff8060405f20945116167fffffffffffffffffffffffff0000000000000000000000000000000000000000845416178355517fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff000000000000000000000000000000000000000084549260a01b1691161782555115157fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff7cff0000000000000000000000000000000000000000000000000000000083549260e01b169116179055604051908152a4005b73ffffffffffffffffffffffffffffffffffffffff827f062a40dd000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff867f04352fb5000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff857f0136fefc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff847f5c2a4acf000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103de5760406003193601126103de576004356024359060048210156103de576131348161420e565b91939091606081901c63ffffffff1661314d33826142b9565b60ff80808560501c16169116036132385750613168826134b0565b8115611f3257600381604e1c1661317e816134b0565b613187816134b0565b80151580613224575b6131f4575092935f93849291611e92916102ef9073ffffffffffffffffffffffffffffffffffffffff906fffffffff000000000000000000000000166c7fffffffffffffff80000000004260271b1617921695868652600760205260408620613d5d565b847f9ade84a3000000000000000000000000000000000000000000000000000000005f52600452610392816134b0565b5061322e816134b0565b6002811415613190565b63ffffffff907f85acbb68000000000000000000000000000000000000000000000000000000005f52166004523360245260445ffd5b346103de5760406003193601126103de57613287613631565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260243560045260245ffd5b346103de5760206003193601126103de576132d260043561420e565b50505060206040515f8152f35b346103de575f6003193601126103de57611510604051613300604082613573565b601181527f506572697475732045787065727469736500000000000000000000000000000060208201526040519182916020835260208301906135ee565b346103de5760206003193601126103de576020600361335e60043561420e565b915050604e1c1661336e816134b0565b6040519061337b816134b0565b8152f35b346103de5760206003193601126103de57600435907fffffffff0000000000000000000000000000000000000000000000000000000082168092036103de57817f01ffc9a70000000000000000000000000000000000000000000000000000000060209314908115613486575b811561345c575b8115613432575b8115613408575b5015158152f35b7f0489b56f0000000000000000000000000000000000000000000000000000000091501483613401565b7fb45a3c0e00000000000000000000000000000000000000000000000000000000811491506133fa565b7f5b5e139f00000000000000000000000000000000000000000000000000000000811491506133f3565b7f80ac58cd00000000000000000000000000000000000000000000000000000000811491506133ec565b600411156134ba57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b6060810190811067ffffffffffffffff821117610e4557604052565b60c0810190811067ffffffffffffffff821117610e4557604052565b6080810190811067ffffffffffffffff821117610e4557604052565b60e0810190811067ffffffffffffffff821117610e4557604052565b60a0810190811067ffffffffffffffff821117610e4557604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610e4557604052565b67ffffffffffffffff8111610e4557601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036103de57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036103de57565b6044359067ffffffffffffffff821682036103de57565b359067ffffffffffffffff821682036103de57565b9181601f840112156103de5782359167ffffffffffffffff83116103de57602083818601950101116103de57565b346103de5760606003193601126103de5760043573ffffffffffffffffffffffffffffffffffffffff811681036103de575060243573ffffffffffffffffffffffffffffffffffffffff811681036103de57506044357f391a3ce9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9181601f840112156103de5782359167ffffffffffffffff83116103de576020808501948460051b0101116103de57565b6004359063ffffffff821682036103de57565b6024359063ffffffff821682036103de57565b90610100606060a06137db6137c9865161012087526101208701906135ee565b602087015186820360208801526135ee565b9460ff60408201511660408601528281015115158386015261ffff6080820151166080860152015167ffffffffffffffff81511660a085015260ff60208201511660c085015260ff60408201511660e085015201519161383a836134b0565b015290565b6024359081151582036103de57565b67ffffffffffffffff60c0809273ffffffffffffffffffffffffffffffffffffffff815116855263ffffffff602082015116602086015260ff604082015116604086015273ffffffffffffffffffffffffffffffffffffffff606082015116606086015260808101516138c0816134b0565b60808601528260a08201511660a0860152015116910152565b9067ffffffffffffffff6139529373ffffffffffffffffffffffffffffffffffffffff604051938160208601967f2ca2129137c616d76cae940b715a1fb08bf50c8897abc369630cb06213efe39f88521660408601521660608401521660808201526080815261394a60a082613573565b51902061451d565b90565b60243563ffffffff811681036103de5790565b3563ffffffff811681036103de5790565b60031960c09101126103de576040519061399282613503565b8160043573ffffffffffffffffffffffffffffffffffffffff811681036103de57815260243563ffffffff811681036103de57602082015260443560ff811681036103de57604082015260643567ffffffffffffffff811681036103de57606082015260843567ffffffffffffffff811681036103de57608082015260a4359067ffffffffffffffff821682036103de5760a00152565b91908260c09103126103de57604051613a4181613503565b8092803573ffffffffffffffffffffffffffffffffffffffff811681036103de578252602081013563ffffffff811681036103de57602083015260408101359060ff821682036103de5760a0613ac09181936040860152613aa46060820161368e565b6060860152613ab56080820161368e565b60808601520161368e565b910152565b60043573ffffffffffffffffffffffffffffffffffffffff811681036103de5790565b3573ffffffffffffffffffffffffffffffffffffffff811681036103de5790565b919081101561124f5760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81813603018212156103de570190565b90600182811c92168015613b90575b6020831014613b6357565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691613b58565b9060405191825f825492613bad84613b49565b8084529360018116908115613c185750600114613bd4575b50613bd292500383613573565b565b90505f9291925260205f20905f915b818310613bfc575050906020613bd2928201015f613bc5565b6020919350806001915483858901015201910190918492613be3565b60209350613bd29592507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091501682840152151560051b8201015f613bc5565b613cb090604051613c6881613503565b60608152606060208201525f60408201525f60608201525f608082015260a060405191613c948361351f565b5f83525f60208401525f60408401525f60608401520152614cde565b60ff8160681c1660ff8260401c16151561ffff8360701c169160ff8460501c1660ff8560581c1660ff8660481c1691613ce8836134b0565b67ffffffffffffffff60405197613cfe8961351f565b16875260208701526040860152613d14816134b0565b6060850152613d3f600360405196613d2b88613503565b613d3760048201613b9a565b885201613b9a565b6020860152604085015215156060840152608083015260a082015290565b919091604083101561124f576010908360011c019260041b1690565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610c5b5760010190565b9173ffffffffffffffffffffffffffffffffffffffff91613dc684614cde565b939091169384158015613fa2575b613f765763ffffffff1692835f52600360205260405f20855f5260205260405f20918254931515938460ff8260081c16151514613f6c5760ff1615613e74575b50507fab57676eca326ae64eecc2b1789477dc955a511af4185f399fae12363f92fc129181602092547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00ff61ff008460081b169116179055604051908152a4565b600160ff8360601c16019160ff8311610c5b5760ff83169260ff8414613f40577fffffffffffffffffffffffffffffffffffffff00ffffffffffffffffffffffff90911660609190911b6cff0000000000000000000000001617905581547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0016811782555f84815260046020908152604080832093835292815291902080547fffffffffffffffffffffffff000000000000000000000000000000000000000016861790558290613e14565b867f77253f1b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5050505050505050565b847f9d2ab9e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50308514613dd4565b60405190613fb8826134e7565b5f6040838281528260208201520152565b67ffffffffffffffff8111610e455760051b60200190565b9073ffffffffffffffffffffffffffffffffffffffff61400c92165f52600760205260405f20614de7565b9050647fffffffff81168015908115614034575b501561402f5760581c60ff1690565b505f90565b905042105f614020565b9067ffffffffffffffff6139529373ffffffffffffffffffffffffffffffffffffffff604051938160208601967f71add5ec72046058bc1ed777bac70ec87c8c158922fdd5b2451de2a4f763f09c88521660408601521660608401521660808201526080815261394a60a082613573565b604051906140bc8261353b565b5f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b805182101561124f5760209160051b010190565b919081101561124f5760c0020190565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156103de570180359067ffffffffffffffff82116103de576020019181360383136103de57565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9291926141a4826135b4565b916141b26040519384613573565b8294818452818301116103de578281602093845f960137010152565b919081101561124f5760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc1813603018212156103de570190565b908160c01c61428d5773ffffffffffffffffffffffffffffffffffffffff8260201c1691825f52600760205261424e60405f2063ffffffff831690614de7565b90929091605883901c60ff16156142625750565b7f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff1690815f52600360205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f209160405192604084019084821067ffffffffffffffff831117610e455760ff9160405254818116855260081c16158015602085015261432e5750505160ff1690565b73ffffffffffffffffffffffffffffffffffffffff92507f85acbb68000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff5f541633036120bf57565b5f9173ffffffffffffffffffffffffffffffffffffffff5f9216915b604081106143bd57509050565b825f5260076020526fffffffffffffffffffffffffffffffff6143e38260405f20613d5d565b90549060031b1c1663ffffffff808260601c1616156144235760581c60ff1661440f575b6001016143b0565b9261441b600191613d79565b939050614407565b50509050565b909291926144388385836151db565b50614442816134b0565b1590816144fa575b506144f15760647fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f855f96602098604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b50505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f61444a565b60429061452861520f565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b6040519061456b82613557565b5f6080838281528260208201528260408201528260608201520152565b91613952939273ffffffffffffffffffffffffffffffffffffffff8151169363ffffffff6020830151169360ff6040840151169167ffffffffffffffff6060850151169267ffffffffffffffff60a08160808801511696015116956040519760208901997f20e9f8d14fa1a0e3b9affe63c7e6af64cd570718e3e9e390f25f91bd4addb6668b5260408a01526060890152608088015260a087015260c086015260e0850152610100840152610120830152610140820152610140815261394a61016082613573565b3567ffffffffffffffff811681036103de5790565b60443560ff811681036103de5790565b805160208083015191901b77ffffffffffffffffffffffffffffffffffffffff000000001663ffffffff91909116179173ffffffffffffffffffffffffffffffffffffffff8151169060408101519260ff8460401c16614ca8578273ffffffffffffffffffffffffffffffffffffffff82511614614c7c57604081019060ff82511680158015614c6d575b614c34575073ffffffffffffffffffffffffffffffffffffffff8151165f52600760205260405f2090602081019161473f63ffffffff84511682614de7565b9160408214614bf157606084019467ffffffffffffffff865116428111908115614bdb575b50614b245761477d67ffffffffffffffff8b1686615338565b15614ae55767ffffffffffffffff60a086015116804211614ab65750918893918b938b60481c60ff169b8c916147b2836134b0565b51908a519b602001518a519260808b019d8e5167ffffffffffffffff16956147d9906134b0565b60581b6bff0000000000000000000000166bff0000000000000000000000166fffffffffffffffffffffffffffffffff169060601b6fffffffff000000000000000000000000166fffffffff00000000000000000000000016179060501b6aff00000000000000000000166aff0000000000000000000016179060061b7fffffffffffffffffffffffffffffffffffffffffffffc0000000000000000000166a3fc0000000000000000000166a3fc000000000000000000016176fffffffffffffffffffffffffffffffff169060271b6c7fffffffffffffff8000000000166c7fffffffffffffff8000000000161717916148d391613d5d565b6148fd92906fffffffffffffffffffffffffffffffff8084549260031b9316831b921b1916179055565b7f135ffb3383e06280e062ac5095bbf8faa98517161e596a2536bd98a9a8b64a889660209673ffffffffffffffffffffffffffffffffffffffff969260581c60ff16806149fc575051915190516040805160ff909416845267ffffffffffffffff92831660208501529116908201527f3231e39231c7423eec09ff2a0e043d82fc41d70a990d0a8de8fb00db61e4030490606090a37f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611838383511689604051915f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a4898152a15b511693604051906149f7816134b0565b8152a4565b815160ff16908103614a60575051915190516040805160ff909416845267ffffffffffffffff92831660208501529116908201527f8c77fe778c8eff14f16a64aabcf1f8823a0e35816385fc73a094d19a149486cc9080606081015b0390a36149e7565b925191516040805160ff909516855267ffffffffffffffff9384166020860152921691830191909152507f9108668cabf61b358284208a962d3ba6537aa4a33acbce1e7922d0e4ba11b572908060608101614a58565b8b7f29af7425000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8a67ffffffffffffffff608087015116907fe229f143000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5050508791693fffffffff80000000006fffffffffffffffffffffffffffffffff831614614b985750647fffffffff67ffffffffffffffff809451169160271c16917f176f037f000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b73ffffffffffffffffffffffffffffffffffffffff9051167f36322b81000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b602786901c647fffffffff16101590505f614764565b73ffffffffffffffffffffffffffffffffffffffff8451167fdfeacbc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff6020830151167f83ee7022000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5060ff8660681c168111614700565b827ffe911cae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b602063ffffffff910151167f4254f9e7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff16805f52600260205260405f20918254918215614cfd5750565b7f8669ce13000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff90614d46613fab565b501690815f52600860205260405f209160405192614d63846134e7565b549260ff73ffffffffffffffffffffffffffffffffffffffff85169485835267ffffffffffffffff8160a01c16602084015260e01c161515908160408201529315908115614ddf575b50614db45750565b7f28cda726000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90505f614dac565b5f915b60408310614df9575050905f90565b90916fffffffffffffffffffffffffffffffff614e168285613d5d565b90549060031b1c1663ffffffff808260601c16168015908115614e4d575b50614e4457506001019190614dea565b93925090509190565b905063ffffffff8416145f614e34565b91926139529467ffffffffffffffff9273ffffffffffffffffffffffffffffffffffffffff8551169463ffffffff6020820151169285606060ff60408501511693015116936040519773ffffffffffffffffffffffffffffffffffffffff60208a019a7ff9d4606639647bbcc99a805ede92aed769c0de623845a114aec7a06d9199c2e98c521660408a01526060890152608088015260a087015260c086015260e085015261010084015216610120820152610120815261394a61014082613573565b614f29816134b0565b60028114614fbe57614f3a816134b0565b8015614f9957600190614f4c816134b0565b14614f75577fd92753de83cb355f4a9f73465ac4e9ef1082290569c42e1ebf592b5cb1a4b9a790565b7ff24c48dfb555ee1f6fb0327ecc23cc06563c8943ed6777d6af6ba16c0178777890565b507fc06d9c5b991122f7c51a2cb89fc8efbf3e47e746c980f5afdbf2ac45f88aaf3d90565b507fbf115118cde03aa7211ddc87c2f49995515d1e40dbb0e0cbb47cb3159e2ffeaa90565b926139529373ffffffffffffffffffffffffffffffffffffffff8151169363ffffffff6020830151169260ff60408401511667ffffffffffffffff6060850151169267ffffffffffffffff60a081608088015116960151169573ffffffffffffffffffffffffffffffffffffffff6040519860208a019a7f896df6d8f7302851503a3a5076f8e1e15e0e30554ca973d34b680df6f7c25f228c5260408b0152166060890152608088015260a087015260c086015260e0850152610100840152610120830152610140820152610140815261394a61016082613573565b906150c86140af565b5067ffffffffffffffff63ffffffff8260601c169160ff8160581c1673ffffffffffffffffffffffffffffffffffffffff61510960ff8460501c16866153c3565b60ff600385604e1c169361511c856134b0565b63ffffffff647fffffffff808860271c16971698856040519b61513e8d61353b565b168b521660208a015216604088015216606086015261515c816134b0565b60808501521660a083015260c082015290565b9061517861455e565b5061518161455e565b50600160ff6151d661519285614cde565b9301546151a7838560481c16611152816134b0565b604051916151b483613557565b33835260208301955f87526040840152606083015260808201529433906142b9565b169052565b9060418303615205576151fe9250602081013591604082359201355f1a90615780565b9192909190565b50505f9160029190565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001630148061530f575b15615277577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261530960c082613573565b51902090565b507f0000000000000000000000000000000000000000000000000000000000000000461461524e565b9067ffffffffffffffff6080830151169081156153b2574282118015906153a4575b61539d5767ffffffffffffffff16908115928315615379575b50505090565b6060015167ffffffffffffffff169182019250908210610c5b5711155f8080615373565b5050505f90565b50647fffffffff821161535a565b67ffffffffffffffff161592915050565b60ff828116036153d35750503090565b63ffffffff165f52600460205260ff60405f2091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f20541690565b60ff811690601f821161543a5760405191615427604084613573565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b811580156155d6575b6155d0575f5b828110156155c8577fff0000000000000000000000000000000000000000000000000000000000000081830135167f6100000000000000000000000000000000000000000000000000000000000000811015908161559d575b8115615541575b8115615517575b81156154ed575b501561539d57600101615471565b7f2f000000000000000000000000000000000000000000000000000000000000009150145f6154df565b7f2d00000000000000000000000000000000000000000000000000000000000000811491506154d8565b90507f300000000000000000000000000000000000000000000000000000000000000081101580615573575b906154d1565b507f390000000000000000000000000000000000000000000000000000000000000081111561556d565b7f7a0000000000000000000000000000000000000000000000000000000000000081111591506154ca565b505050600190565b50505f90565b506040821161546b565b81158015615776575b6155d0575f5b828110156155c8577fff0000000000000000000000000000000000000000000000000000000000000081830135167f2000000000000000000000000000000000000000000000000000000000000000811015908161574b575b81615720575b816156f5575b816156ca575b8161569f575b81615674575b501561539d576001016155ef565b7f5c00000000000000000000000000000000000000000000000000000000000000915014155f615666565b7f3e000000000000000000000000000000000000000000000000000000000000008114159150615660565b7f3c00000000000000000000000000000000000000000000000000000000000000811415915061565a565b7f26000000000000000000000000000000000000000000000000000000000000008114159150615654565b7f2200000000000000000000000000000000000000000000000000000000000000811415915061564e565b7f7e000000000000000000000000000000000000000000000000000000000000008111159150615648565b50604082116155e9565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615804579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561158f575f5173ffffffffffffffffffffffffffffffffffffffff8116156157fa57905f905f90565b505f906001905f90565b5050505f91600391905660808060405234601557611507908161001a8239f35b5f80fdfe6101006040526004361015610012575f80fd5b5f3560e01c6390877eac14610025575f80fd5b34610b41576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610b415760043567ffffffffffffffff8111610b415780600401906101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610b415760e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610b415760209060246100db60ff6100d5610db1565b16610eeb565b91610193600460448301946026876100f760ff6100d58a610dc1565b604051998a947f4c6576656c200000000000000000000000000000000000000000000000000000828701528051918291018587015e8401907f206f66200000000000000000000000000000000000000000000000000000000084830152805192839101602a83015e01015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101865285610dcf565b019261019f8482610e3d565b60a05260e0526101af8180610e3d565b9190946101bc8280610e3d565b91601c6101c98286610e3d565b9050115f14610d705761023b6040516101e3606082610dcf565b603281527f20746578744c656e6774683d2233343422206c656e67746841646a7573743d2260208201527f73706163696e67416e64476c79706873223e00000000000000000000000000006040820152915b85610e3d565b9060ff610246610db1565b166101588102908082046101581490151715610d435760ff6102678a610dc1565b168015610d165783910461027a90610eeb565b9386604051978897602089017f3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f32309052604089017f30302f737667222076696577426f783d2230203020343030203234302220666f9052606089017f6e742d66616d696c793d2273616e732d7365726966222066696c6c3d222366669052608089017f66223e00000000000000000000000000000000000000000000000000000000009052608389017f3c726563742077696474683d2234303022206865696768743d22323430222072905260a389017f783d223136222066696c6c3d2223316233613462222f3e3c7465787420783d22905260c389017f32382220793d2235322220666f6e742d73697a653d223138223e000000000000905260dd890137860160dd81017f3c2f746578743e3c7465787420783d2232382220793d223132302220666f6e74905260fd81017f2d73697a653d2232322220666f6e742d7765696768743d22626f6c642200000090528151602081930161011a83015e0160dd0191603d83015f81523701603d017f3c2f746578743e3c7465787420783d2232382220793d223138382220666f6e748152602081017f2d73697a653d223138223e00000000000000000000000000000000000000000090528751908160208a01602b83015e01602b81017f3c2f746578743e3c7265637420783d2232382220793d223230342220776964749052604b81017f683d2233343422206865696768743d2238222072783d2234222066696c6c3d229052606b81017f23336436303733222f3e000000000000000000000000000000000000000000009052607581017f3c7265637420783d2232382220793d22323034222077696474683d2200000000905281516020819301609183015e01602b01606681017f22206865696768743d2238222072783d2234222066696c6c3d222366326331349052608681017f65222f3e3c2f7376673e00000000000000000000000000000000000000000000905203606601600a81018252602a0161056f9082610dcf565b61057890611364565b908061058391610e3d565b93909561058e610db1565b60ff1661059a90610eeb565b916105a490610dc1565b60ff166105b090610eeb565b936105b9610e8e565b73ffffffffffffffffffffffffffffffffffffffff16610b45576040516105e1604082610dcf565b601381527f656e646f72736564206279206d656d62657273000000000000000000000000006020820152955b60a4356004811015610b415761062290611108565b60c4359967ffffffffffffffff8b168b03610b415761067960409b8c61064a81519182610dcf565b600681527f49737375656400000000000000000000000000000000000000000000000000006020820152611241565b9460e4359967ffffffffffffffff8b168b03610b41576021602060029c9b8f610a7d9f8f9e9c8f602c9f9b869f9a8160229f899f8a9d90600d9f96838d9a93602995868d60309f97819861070360439f82516106d58482610dcf565b600781527f457870697265730000000000000000000000000000000000000000000000000086820152611241565b6080525160c0527f7b226e616d65223a2200000000000000000000000000000000000000000000008260c051015260a05160e0518460c051013760a05160c05101907f2c2000000000000000000000000000000000000000000000000000000000000084830152805192839101602b83015e0101917f222c226465736372697074696f6e223a2241206261646765206f6620657870658584015260227f727469736520696e20000000000000000000000000000000000000000000000090840152602b8301370101907f2e2049742063616e206e6f74206265206d6f766564206f7220736f6c642e222c848301527f22696d616765223a22646174613a696d6167652f7376672b786d6c3b6261736560498301527f36342c00000000000000000000000000000000000000000000000000000000006069830152805192839101606c83015e0101917f222c2261747472696275746573223a5b7b2274726169745f74797065223a2244858401527f6f6d61696e222c2276616c7565223a2200000000000000000000000000000000606384015260738301370101907f227d2c7b2274726169745f74797065223a224c6576656c222c2276616c756522848301527f3a000000000000000000000000000000000000000000000000000000000000006050830152805192839101605183015e0101907f2c226d61785f76616c7565223a0000000000000000000000000000000000000084830152805192839101602e83015e0101907f7d2c7b2274726169745f74797065223a22497373756572222c2276616c756522848301527f3a22000000000000000000000000000000000000000000000000000000000000602d830152805192839101602f83015e0101907f227d2c7b2274726169745f74797065223a2243616e20626520656e6465642062848301527f79222c2276616c7565223a2200000000000000000000000000000000000000006042830152805192839101604e83015e0101907f227d00000000000000000000000000000000000000000000000000000000000084830152805192839101602e83015e0101818101905f8252608051518092602060805101905e01017f5d7d000000000000000000000000000000000000000000000000000000000000815260c05190037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe2810160c051520160c051610dcf565b610a8860c051611364565b908051610af8603d826020808201967f646174613a6170706c69636174696f6e2f6a736f6e3b6261736536342c00000088528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282610dcf565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b5f80fd5b73ffffffffffffffffffffffffffffffffffffffff610b62610e8e565b168060609060405192610b76606085610dcf565b602a8452602084016040368237845115610ce95760309053835160011015610ce9576078602185015360295b60018111610c9b5750610c6b57506028602283012060601c6029905b60018211610bcf575050509561060d565b806007600f610bee93161180610c55575b610bf4575b60041c916110cc565b90610bbe565b7f20000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000610c4085886110f7565b5116185f1a610c4f84876110f7565b53610be5565b5083610c6184876110f7565b5160f81c11610be0565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f8116906010821015610ce9577f3031323334353637383961626364656600000000000000000000000000000000610ce4921a610cda84886110f7565b5360041c916110cc565b610ba2565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b61023b604051610d81604082610dcf565b600181527f3e00000000000000000000000000000000000000000000000000000000000000602082015291610235565b60643560ff81168103610b415790565b3560ff81168103610b415790565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610e1057604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610b41570180359067ffffffffffffffff8211610b4157602001918136038313610b4157565b60843573ffffffffffffffffffffffffffffffffffffffff81168103610b415790565b67ffffffffffffffff8111610e1057601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008210156110a4575b806d04ee2d6d415b85acef8100000000600a921015611089575b662386f26fc10000811015611075575b6305f5e100811015611064575b612710811015611055575b6064811015611047575b101561103c575b600a7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff602160018501947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0610fd2610fbc88610eb1565b97610fca604051998a610dcf565b808952610eb1565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a8353048015611037577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff600a9192610fdd565b505090565b600190910190610f65565b606460029104930192610f5e565b61271060049104930192610f54565b6305f5e10060089104930192610f49565b662386f26fc1000060109104930192610f3c565b6d04ee2d6d415b85acef810000000060209104930192610f2c565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008104610f12565b8015610d43577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190565b908151811015610ce9570160200190565b600481101561121457600281146111d857801561119c5760011461116157604051611134604082610dcf565b600681527f6e6f626f64790000000000000000000000000000000000000000000000000000602082015290565b60405161116f604082610dcf565b600681527f686f6c6465720000000000000000000000000000000000000000000000000000602082015290565b506040516111ab604082610dcf565b600681527f6973737565720000000000000000000000000000000000000000000000000000602082015290565b506040516111e7604082610dcf565b601081527f697373756572206f7220686f6c64657200000000000000000000000000000000602082015290565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9067ffffffffffffffff16801561134e576001600a60209360468561126861134b96610eeb565b6040519788947f2c7b22646973706c61795f74797065223a2264617465222c2274726169745f74828701527f797065223a22000000000000000000000000000000000000000000000000000060408701528051918291018587015e8401907f222c2276616c7565223a0000000000000000000000000000000000000000000084830152805192839101605083015e01017f7d000000000000000000000000000000000000000000000000000000000000008382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810184520182610dcf565b90565b505060405161135e602082610dcf565b5f815290565b908151156114f757815160028101809111610d435760039004908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811603610d4357604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f527f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f603f52602083018480518101602081018051915f82525b8089106114bb57506020959697509060039291525106806001146114695760021461143d575b50808452830101604052565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff603d9101535f611431565b507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe81603d7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8194015301535f611431565b939760036004910198603f8a51818160121c165183538181600c1c16516001840153818160061c1651600284015316516003820153019361140b565b905060405161135e602082610dcf56",
}

// ExpertiseBadge is an auto generated Go binding around an Ethereum contract.
type ExpertiseBadge struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ExpertiseBadge) GetABI() abi.ABI {
	return c.abi
}

// NewExpertiseBadge creates a new instance of ExpertiseBadge.
func NewExpertiseBadge() *ExpertiseBadge {
	parsed, err := ExpertiseBadgeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ExpertiseBadge{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ExpertiseBadge) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_) returns()
func (expertiseBadge *ExpertiseBadge) PackConstructor(owner_ common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("", owner_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXTYPESPERHOLDER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ac778c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackMAXTYPESPERHOLDER() []byte {
	enc, err := expertiseBadge.abi.Pack("MAX_TYPES_PER_HOLDER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXTYPESPERHOLDER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ac778c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackMAXTYPESPERHOLDER() ([]byte, error) {
	return expertiseBadge.abi.Pack("MAX_TYPES_PER_HOLDER")
}

// UnpackMAXTYPESPERHOLDER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6ac778c1.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackMAXTYPESPERHOLDER(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("MAX_TYPES_PER_HOLDER", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRECOVERYDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b45652.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) PackRECOVERYDELAY() []byte {
	enc, err := expertiseBadge.abi.Pack("RECOVERY_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRECOVERYDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b45652.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) TryPackRECOVERYDELAY() ([]byte, error) {
	return expertiseBadge.abi.Pack("RECOVERY_DELAY")
}

// UnpackRECOVERYDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x47b45652.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) UnpackRECOVERYDELAY(data []byte) (uint64, error) {
	out, err := expertiseBadge.abi.Unpack("RECOVERY_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (expertiseBadge *ExpertiseBadge) PackAcceptOwnership() []byte {
	enc, err := expertiseBadge.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (expertiseBadge *ExpertiseBadge) TryPackAcceptOwnership() ([]byte, error) {
	return expertiseBadge.abi.Pack("acceptOwnership")
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackApprove(arg0 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("approve", arg0, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackApprove(arg0 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("approve", arg0, id)
}

// PackBadgeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec9693a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) PackBadgeOf(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("badgeOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBadgeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec9693a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) TryPackBadgeOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgeOf", id)
}

// UnpackBadgeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xec9693a0.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) UnpackBadgeOf(data []byte) (IExpertiseBadgeBadge, error) {
	out, err := expertiseBadge.abi.Unpack("badgeOf", data)
	if err != nil {
		return *new(IExpertiseBadgeBadge), err
	}
	out0 := *abi.ConvertType(out[0], new(IExpertiseBadgeBadge)).(*IExpertiseBadgeBadge)
	return out0, nil
}

// PackBadgesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd12c1e28.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) PackBadgesOf(holder common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("badgesOf", holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBadgesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd12c1e28.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) TryPackBadgesOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgesOf", holder)
}

// UnpackBadgesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd12c1e28.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) UnpackBadgesOf(data []byte) ([]IExpertiseBadgeBadge, error) {
	out, err := expertiseBadge.abi.Unpack("badgesOf", data)
	if err != nil {
		return *new([]IExpertiseBadgeBadge), err
	}
	out0 := *abi.ConvertType(out[0], new([]IExpertiseBadgeBadge)).(*[]IExpertiseBadgeBadge)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackBalanceOf(holder common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("balanceOf", holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackBalanceOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("balanceOf", holder)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurnAuth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0489b56f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) PackBurnAuth(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("burnAuth", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnAuth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0489b56f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) TryPackBurnAuth(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("burnAuth", id)
}

// UnpackBurnAuth is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0489b56f.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) UnpackBurnAuth(data []byte) (uint8, error) {
	out, err := expertiseBadge.abi.Unpack("burnAuth", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackCancelRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c1a34e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelRecovery(address from, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackCancelRecovery(from common.Address, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("cancelRecovery", from, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c1a34e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelRecovery(address from, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackCancelRecovery(from common.Address, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("cancelRecovery", from, decision)
}

// PackChangeType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaeb26e46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeType(uint32 badgeType, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackChangeType(badgeType uint32, terms IBadgeTypesTerms, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("changeType", badgeType, terms, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaeb26e46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeType(uint32 badgeType, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackChangeType(badgeType uint32, terms IBadgeTypesTerms, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("changeType", badgeType, terms, decision)
}

// PackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2a00e35.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("consentDigest", grant, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2a00e35.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("consentDigest", grant, issuer)
}

// UnpackConsentDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc2a00e35.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackConsentDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("consentDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1f37e55.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackCreateType(badgeType uint32, domain string, name string, levels uint8, terms IBadgeTypesTerms, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, terms, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1f37e55.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackCreateType(badgeType uint32, domain string, name string, levels uint8, terms IBadgeTypesTerms, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, terms, decision)
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) PackEip712Domain() []byte {
	enc, err := expertiseBadge.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) TryPackEip712Domain() ([]byte, error) {
	return expertiseBadge.abi.Pack("eip712Domain")
}

// ExpertiseBadgeDomain serves as a container for the return parameters of contract
// method Eip712Domain.
type ExpertiseBadgeDomain struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) UnpackEip712Domain(data []byte) (ExpertiseBadgeDomain, error) {
	out, err := expertiseBadge.abi.Unpack("eip712Domain", data)
	outstruct := new(ExpertiseBadgeDomain)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackEndorsementDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb679fae8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackEndorsementDigest(grant IExpertiseBadgeGrant, evidence [32]byte, endorser common.Address, deadline uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("endorsementDigest", grant, evidence, endorser, deadline)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndorsementDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb679fae8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackEndorsementDigest(grant IExpertiseBadgeGrant, evidence [32]byte, endorser common.Address, deadline uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("endorsementDigest", grant, evidence, endorser, deadline)
}

// UnpackEndorsementDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb679fae8.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackEndorsementDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("endorsementDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackExecuteRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bc2c4a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executeRecovery(address from) returns()
func (expertiseBadge *ExpertiseBadge) PackExecuteRecovery(from common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("executeRecovery", from)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecuteRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bc2c4a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executeRecovery(address from) returns()
func (expertiseBadge *ExpertiseBadge) TryPackExecuteRecovery(from common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("executeRecovery", from)
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) PackGetApproved(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("getApproved", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackGetApproved(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("getApproved", id)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa84f111b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackIdOf(holder common.Address, badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("idOf", holder, badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa84f111b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackIdOf(holder common.Address, badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("idOf", holder, badgeType)
}

// UnpackIdOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa84f111b.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackIdOf(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("idOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) PackIsApprovedForAll(arg0 common.Address, arg1 common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("isApprovedForAll", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackIsApprovedForAll(arg0 common.Address, arg1 common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("isApprovedForAll", arg0, arg1)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71c3f702.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) PackIsIssuer(badgeType uint32, account common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("isIssuer", badgeType, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71c3f702.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackIsIssuer(badgeType uint32, account common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("isIssuer", badgeType, account)
}

// UnpackIsIssuer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71c3f702.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackIsIssuer(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("isIssuer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLevelOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8723e19b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) PackLevelOf(holder common.Address, badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("levelOf", holder, badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLevelOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8723e19b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) TryPackLevelOf(holder common.Address, badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("levelOf", holder, badgeType)
}

// UnpackLevelOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8723e19b.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) UnpackLevelOf(data []byte) (uint8, error) {
	out, err := expertiseBadge.abi.Unpack("levelOf", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) PackLocked(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("locked", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackLocked(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("locked", id)
}

// UnpackLocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb45a3c0e.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackLocked(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("locked", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f8fe44.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64) grant, bytes consent) returns()
func (expertiseBadge *ExpertiseBadge) PackMint(grant IExpertiseBadgeGrant, consent []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("mint", grant, consent)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f8fe44.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64) grant, bytes consent) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMint(grant IExpertiseBadgeGrant, consent []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("mint", grant, consent)
}

// PackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5aacf4d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintBatch((uint32,(address,uint8,uint64,uint64,uint64,bytes32,bytes32)[])[] batches) returns()
func (expertiseBadge *ExpertiseBadge) PackMintBatch(batches []IExpertiseBadgeBatch) []byte {
	enc, err := expertiseBadge.abi.Pack("mintBatch", batches)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5aacf4d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintBatch((uint32,(address,uint8,uint64,uint64,uint64,bytes32,bytes32)[])[] batches) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintBatch(batches []IExpertiseBadgeBatch) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintBatch", batches)
}

// PackMintDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd19bf0fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintDecided((address,uint32,uint8,uint64,uint64,uint64)[] grants, bytes[] consents, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackMintDecided(grants []IExpertiseBadgeGrant, consents [][]byte, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("mintDecided", grants, consents, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd19bf0fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintDecided((address,uint32,uint8,uint64,uint64,uint64)[] grants, bytes[] consents, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintDecided(grants []IExpertiseBadgeGrant, consents [][]byte, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintDecided", grants, consents, decision)
}

// PackMintEndorsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27e8fda0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintEndorsed((address,uint32,uint8,uint64,uint64,uint64) grant, bytes request, bytes32 evidence, (address,uint32,uint64,bytes)[] endorsements) returns()
func (expertiseBadge *ExpertiseBadge) PackMintEndorsed(grant IExpertiseBadgeGrant, request []byte, evidence [32]byte, endorsements []IExpertiseBadgeEndorsement) []byte {
	enc, err := expertiseBadge.abi.Pack("mintEndorsed", grant, request, evidence, endorsements)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintEndorsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27e8fda0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintEndorsed((address,uint32,uint8,uint64,uint64,uint64) grant, bytes request, bytes32 evidence, (address,uint32,uint64,bytes)[] endorsements) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintEndorsed(grant IExpertiseBadgeGrant, request []byte, evidence [32]byte, endorsements []IExpertiseBadgeEndorsement) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintEndorsed", grant, request, evidence, endorsements)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) PackName() []byte {
	enc, err := expertiseBadge.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackName() ([]byte, error) {
	return expertiseBadge.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackName(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackObjectToRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f49cdb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function objectToRecovery(address from, bytes signature) returns()
func (expertiseBadge *ExpertiseBadge) PackObjectToRecovery(from common.Address, signature []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("objectToRecovery", from, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackObjectToRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f49cdb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function objectToRecovery(address from, bytes signature) returns()
func (expertiseBadge *ExpertiseBadge) TryPackObjectToRecovery(from common.Address, signature []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("objectToRecovery", from, signature)
}

// PackObjectionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab16dfad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackObjectionDigest(from common.Address, to common.Address, executable uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("objectionDigest", from, to, executable)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackObjectionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab16dfad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackObjectionDigest(from common.Address, to common.Address, executable uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("objectionDigest", from, to, executable)
}

// UnpackObjectionDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xab16dfad.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackObjectionDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("objectionDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) PackOwner() []byte {
	enc, err := expertiseBadge.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackOwner() ([]byte, error) {
	return expertiseBadge.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackOwner(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) PackOwnerOf(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("ownerOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) TryPackOwnerOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("ownerOf", id)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) PackPendingOwner() []byte {
	enc, err := expertiseBadge.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackPendingOwner() ([]byte, error) {
	return expertiseBadge.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProposeRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed0c88.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposeRecovery(address from, address to, uint64 deadline, bytes consent, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackProposeRecovery(from common.Address, to common.Address, deadline uint64, consent []byte, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("proposeRecovery", from, to, deadline, consent, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposeRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed0c88.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposeRecovery(address from, address to, uint64 deadline, bytes consent, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackProposeRecovery(from common.Address, to common.Address, deadline uint64, consent []byte, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("proposeRecovery", from, to, deadline, consent, decision)
}

// PackRecoveryDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e70a9ff.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackRecoveryDigest(from common.Address, to common.Address, deadline uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("recoveryDigest", from, to, deadline)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecoveryDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e70a9ff.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackRecoveryDigest(from common.Address, to common.Address, deadline uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("recoveryDigest", from, to, deadline)
}

// UnpackRecoveryDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e70a9ff.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("recoveryDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRecoveryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80366651.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) PackRecoveryOf(from common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("recoveryOf", from)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecoveryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80366651.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) TryPackRecoveryOf(from common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("recoveryOf", from)
}

// UnpackRecoveryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80366651.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryOf(data []byte) (IExpertiseBadgeRecovery, error) {
	out, err := expertiseBadge.abi.Unpack("recoveryOf", data)
	if err != nil {
		return *new(IExpertiseBadgeRecovery), err
	}
	out0 := *abi.ConvertType(out[0], new(IExpertiseBadgeRecovery)).(*IExpertiseBadgeRecovery)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (expertiseBadge *ExpertiseBadge) PackRenounceOwnership() []byte {
	enc, err := expertiseBadge.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackRenounceOwnership() ([]byte, error) {
	return expertiseBadge.abi.Pack("renounceOwnership")
}

// PackRequestDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc867b800.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackRequestDigest(grant IExpertiseBadgeGrant, evidence [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("requestDigest", grant, evidence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc867b800.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackRequestDigest(grant IExpertiseBadgeGrant, evidence [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("requestDigest", grant, evidence)
}

// UnpackRequestDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc867b800.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackRequestDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("requestDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50dd6181.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retireType(uint32 badgeType, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackRetireType(badgeType uint32, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("retireType", badgeType, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50dd6181.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retireType(uint32 badgeType, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRetireType(badgeType uint32, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("retireType", badgeType, decision)
}

// PackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14f6b1fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revoke(uint256 id, uint8 reason) returns()
func (expertiseBadge *ExpertiseBadge) PackRevoke(id *big.Int, reason uint8) []byte {
	enc, err := expertiseBadge.abi.Pack("revoke", id, reason)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14f6b1fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revoke(uint256 id, uint8 reason) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRevoke(id *big.Int, reason uint8) ([]byte, error) {
	return expertiseBadge.abi.Pack("revoke", id, reason)
}

// PackRevokeDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x83a7e7bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeDecided(uint256 id, uint8 reason, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackRevokeDecided(id *big.Int, reason uint8, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("revokeDecided", id, reason, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x83a7e7bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeDecided(uint256 id, uint8 reason, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRevokeDecided(id *big.Int, reason uint8, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("revokeDecided", id, reason, decision)
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSafeTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("safeTransferFrom", arg0, arg1, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSafeTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("safeTransferFrom", arg0, arg1, id)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address , address , uint256 id, bytes ) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSafeTransferFrom0(arg0 common.Address, arg1 common.Address, id *big.Int, arg3 []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("safeTransferFrom0", arg0, arg1, id, arg3)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address , address , uint256 id, bytes ) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSafeTransferFrom0(arg0 common.Address, arg1 common.Address, id *big.Int, arg3 []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("safeTransferFrom0", arg0, arg1, id, arg3)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address , bool ) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSetApprovalForAll(arg0 common.Address, arg1 bool) []byte {
	enc, err := expertiseBadge.abi.Pack("setApprovalForAll", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address , bool ) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSetApprovalForAll(arg0 common.Address, arg1 bool) ([]byte, error) {
	return expertiseBadge.abi.Pack("setApprovalForAll", arg0, arg1)
}

// PackSetIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f456d02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackSetIssuer(badgeType uint32, issuer common.Address, allowed bool, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f456d02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackSetIssuer(badgeType uint32, issuer common.Address, allowed bool, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed, decision)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) PackSupportsInterface(id [4]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("supportsInterface", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSurrender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd61d10b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function surrender(uint256 id) returns()
func (expertiseBadge *ExpertiseBadge) PackSurrender(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("surrender", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSurrender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd61d10b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function surrender(uint256 id) returns()
func (expertiseBadge *ExpertiseBadge) TryPackSurrender(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("surrender", id)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) PackSymbol() []byte {
	enc, err := expertiseBadge.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackSymbol() ([]byte, error) {
	return expertiseBadge.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackSymbol(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) PackTokenURI(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("tokenURI", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackTokenURI(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("tokenURI", id)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackTokenURI(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("tokenURI", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("transferFrom", arg0, arg1, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("transferFrom", arg0, arg1, id)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (expertiseBadge *ExpertiseBadge) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (expertiseBadge *ExpertiseBadge) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("transferOwnership", newOwner)
}

// PackTypeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x394210ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) PackTypeOf(badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("typeOf", badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTypeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x394210ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) TryPackTypeOf(badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("typeOf", badgeType)
}

// UnpackTypeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x394210ab.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) UnpackTypeOf(data []byte) (IBadgeTypesBadgeType, error) {
	out, err := expertiseBadge.abi.Unpack("typeOf", data)
	if err != nil {
		return *new(IBadgeTypesBadgeType), err
	}
	out0 := *abi.ConvertType(out[0], new(IBadgeTypesBadgeType)).(*IBadgeTypesBadgeType)
	return out0, nil
}

// ExpertiseBadgeApproval represents a Approval event raised by the ExpertiseBadge contract.
type ExpertiseBadgeApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeApproval) ContractEventName() string {
	return ExpertiseBadgeApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackApprovalEvent(log *types.Log) (*ExpertiseBadgeApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeApproval)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeApprovalForAll represents a ApprovalForAll event raised by the ExpertiseBadge contract.
type ExpertiseBadgeApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeApprovalForAll) ContractEventName() string {
	return ExpertiseBadgeApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (expertiseBadge *ExpertiseBadge) UnpackApprovalForAllEvent(log *types.Log) (*ExpertiseBadgeApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeApprovalForAll)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeDecided represents a Decided event raised by the ExpertiseBadge contract.
type ExpertiseBadgeDecided struct {
	Id       *big.Int
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeDecidedEventName = "Decided"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeDecided) ContractEventName() string {
	return ExpertiseBadgeDecidedEventName
}

// UnpackDecidedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Decided(uint256 indexed id, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackDecidedEvent(log *types.Log) (*ExpertiseBadgeDecided, error) {
	event := "Decided"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeDecided)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeEIP712DomainChanged represents a EIP712DomainChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeEIP712DomainChanged) ContractEventName() string {
	return ExpertiseBadgeEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (expertiseBadge *ExpertiseBadge) UnpackEIP712DomainChangedEvent(log *types.Log) (*ExpertiseBadgeEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeEndorsed represents a Endorsed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeEndorsed struct {
	Id       *big.Int
	Endorser common.Address
	Evidence [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeEndorsedEventName = "Endorsed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeEndorsed) ContractEventName() string {
	return ExpertiseBadgeEndorsedEventName
}

// UnpackEndorsedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Endorsed(uint256 indexed id, address indexed endorser, bytes32 evidence)
func (expertiseBadge *ExpertiseBadge) UnpackEndorsedEvent(log *types.Log) (*ExpertiseBadgeEndorsed, error) {
	event := "Endorsed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeEndorsed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeIssued represents a Issued event raised by the ExpertiseBadge contract.
type ExpertiseBadgeIssued struct {
	From     common.Address
	To       common.Address
	TokenId  *big.Int
	BurnAuth uint8
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeIssuedEventName = "Issued"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeIssued) ContractEventName() string {
	return ExpertiseBadgeIssuedEventName
}

// UnpackIssuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Issued(address indexed from, address indexed to, uint256 indexed tokenId, uint8 burnAuth)
func (expertiseBadge *ExpertiseBadge) UnpackIssuedEvent(log *types.Log) (*ExpertiseBadgeIssued, error) {
	event := "Issued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeIssued)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeIssuerSet represents a IssuerSet event raised by the ExpertiseBadge contract.
type ExpertiseBadgeIssuerSet struct {
	BadgeType uint32
	Issuer    common.Address
	Allowed   bool
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeIssuerSetEventName = "IssuerSet"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeIssuerSet) ContractEventName() string {
	return ExpertiseBadgeIssuerSetEventName
}

// UnpackIssuerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event IssuerSet(uint32 indexed badgeType, address indexed issuer, bool allowed, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackIssuerSetEvent(log *types.Log) (*ExpertiseBadgeIssuerSet, error) {
	event := "IssuerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeIssuerSet)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeLevelChanged represents a LevelChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeLevelChanged struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeLevelChangedEventName = "LevelChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeLevelChanged) ContractEventName() string {
	return ExpertiseBadgeLevelChangedEventName
}

// UnpackLevelChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LevelChanged(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackLevelChangedEvent(log *types.Log) (*ExpertiseBadgeLevelChanged, error) {
	event := "LevelChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeLevelChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeLocked represents a Locked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeLocked struct {
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeLockedEventName = "Locked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeLocked) ContractEventName() string {
	return ExpertiseBadgeLockedEventName
}

// UnpackLockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Locked(uint256 tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackLockedEvent(log *types.Log) (*ExpertiseBadgeLocked, error) {
	event := "Locked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeLocked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeMinted represents a Minted event raised by the ExpertiseBadge contract.
type ExpertiseBadgeMinted struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeMintedEventName = "Minted"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeMinted) ContractEventName() string {
	return ExpertiseBadgeMintedEventName
}

// UnpackMintedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Minted(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackMintedEvent(log *types.Log) (*ExpertiseBadgeMinted, error) {
	event := "Minted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeMinted)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeOwnershipTransferStarted) ContractEventName() string {
	return ExpertiseBadgeOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnershipTransferStartedEvent(log *types.Log) (*ExpertiseBadgeOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeOwnershipTransferred represents a OwnershipTransferred event raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeOwnershipTransferred) ContractEventName() string {
	return ExpertiseBadgeOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnershipTransferredEvent(log *types.Log) (*ExpertiseBadgeOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecovered represents a Recovered event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecovered struct {
	From common.Address
	To   common.Address
	Raw  *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveredEventName = "Recovered"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecovered) ContractEventName() string {
	return ExpertiseBadgeRecoveredEventName
}

// UnpackRecoveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Recovered(address indexed from, address indexed to)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveredEvent(log *types.Log) (*ExpertiseBadgeRecovered, error) {
	event := "Recovered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecovered)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecoveryCancelled represents a RecoveryCancelled event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecoveryCancelled struct {
	From     common.Address
	To       common.Address
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveryCancelledEventName = "RecoveryCancelled"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecoveryCancelled) ContractEventName() string {
	return ExpertiseBadgeRecoveryCancelledEventName
}

// UnpackRecoveryCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecoveryCancelled(address indexed from, address indexed to, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryCancelledEvent(log *types.Log) (*ExpertiseBadgeRecoveryCancelled, error) {
	event := "RecoveryCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecoveryCancelled)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecoveryProposed represents a RecoveryProposed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecoveryProposed struct {
	From       common.Address
	To         common.Address
	Executable uint64
	Decision   [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveryProposedEventName = "RecoveryProposed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecoveryProposed) ContractEventName() string {
	return ExpertiseBadgeRecoveryProposedEventName
}

// UnpackRecoveryProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecoveryProposed(address indexed from, address indexed to, uint64 executable, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryProposedEvent(log *types.Log) (*ExpertiseBadgeRecoveryProposed, error) {
	event := "RecoveryProposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecoveryProposed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRenewed represents a Renewed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRenewed struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRenewedEventName = "Renewed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRenewed) ContractEventName() string {
	return ExpertiseBadgeRenewedEventName
}

// UnpackRenewedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Renewed(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackRenewedEvent(log *types.Log) (*ExpertiseBadgeRenewed, error) {
	event := "Renewed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRenewed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRevoked represents a Revoked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRevoked struct {
	Id       *big.Int
	Actor    common.Address
	Reason   uint8
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRevokedEventName = "Revoked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRevoked) ContractEventName() string {
	return ExpertiseBadgeRevokedEventName
}

// UnpackRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Revoked(uint256 indexed id, address indexed actor, uint8 reason, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRevokedEvent(log *types.Log) (*ExpertiseBadgeRevoked, error) {
	event := "Revoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRevoked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeSurrendered represents a Surrendered event raised by the ExpertiseBadge contract.
type ExpertiseBadgeSurrendered struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeSurrenderedEventName = "Surrendered"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeSurrendered) ContractEventName() string {
	return ExpertiseBadgeSurrenderedEventName
}

// UnpackSurrenderedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Surrendered(uint256 indexed id)
func (expertiseBadge *ExpertiseBadge) UnpackSurrenderedEvent(log *types.Log) (*ExpertiseBadgeSurrendered, error) {
	event := "Surrendered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeSurrendered)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTransfer represents a Transfer event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTransfer) ContractEventName() string {
	return ExpertiseBadgeTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackTransferEvent(log *types.Log) (*ExpertiseBadgeTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTransfer)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeChanged represents a TypeChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeChanged struct {
	BadgeType uint32
	Version   uint16
	Terms     IBadgeTypesTerms
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeChangedEventName = "TypeChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeChanged) ContractEventName() string {
	return ExpertiseBadgeTypeChangedEventName
}

// UnpackTypeChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeChanged(uint32 indexed badgeType, uint16 version, (uint64,uint8,uint8,uint8) terms, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeChangedEvent(log *types.Log) (*ExpertiseBadgeTypeChanged, error) {
	event := "TypeChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeCreated represents a TypeCreated event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeCreated struct {
	BadgeType uint32
	Domain    string
	Name      string
	Levels    uint8
	Terms     IBadgeTypesTerms
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeCreatedEventName = "TypeCreated"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeCreated) ContractEventName() string {
	return ExpertiseBadgeTypeCreatedEventName
}

// UnpackTypeCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeCreated(uint32 indexed badgeType, string domain, string name, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeCreatedEvent(log *types.Log) (*ExpertiseBadgeTypeCreated, error) {
	event := "TypeCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeCreated)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeRetired represents a TypeRetired event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeRetired struct {
	BadgeType uint32
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeRetiredEventName = "TypeRetired"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeRetired) ContractEventName() string {
	return ExpertiseBadgeTypeRetiredEventName
}

// UnpackTypeRetiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeRetired(uint32 indexed badgeType, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeRetiredEvent(log *types.Log) (*ExpertiseBadgeTypeRetired, error) {
	event := "TypeRetired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeRetired)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeUnlocked represents a Unlocked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeUnlocked struct {
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeUnlockedEventName = "Unlocked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeUnlocked) ContractEventName() string {
	return ExpertiseBadgeUnlockedEventName
}

// UnpackUnlockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unlocked(uint256 tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackUnlockedEvent(log *types.Log) (*ExpertiseBadgeUnlocked, error) {
	event := "Unlocked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeUnlocked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (expertiseBadge *ExpertiseBadge) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeBurn"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeBurnError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsent"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsentExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsents"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeDecision"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeDecisionError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsement"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsementExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsements"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorserLevel"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorserLevelError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsersUnsorted"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsersUnsortedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeExpires"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeExpiresError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHolderFull"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHolderFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHolderMoved"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHolderMovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuer"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuerReserved"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerReservedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuersFull"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuersFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeLevel"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeLevelError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeNotHolder"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeNotHolderError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeOwnerRequired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeOwnerRequiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeReason"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeReasonError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryConsent"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryConsentError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryEarly"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryEmpty"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryEmptyError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryObjection"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryObjectionError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryTarget"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryTargetError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSelfEndorsed"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSelfEndorsedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSelfIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSelfIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSoulbound"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSoulboundError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeEndorsements"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeEndorsementsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeRetired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeRetiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeTaken"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeText"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeTextError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeValidity"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeValidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeWithoutLevels"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeWithoutLevelsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackStringTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ExpertiseBadgeBadgeBurn represents a BadgeBurn error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeBurn struct {
	Id   *big.Int
	Burn uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeBurn(uint256 id, uint8 burn)
func ExpertiseBadgeBadgeBurnErrorID() common.Hash {
	return common.HexToHash("0x9ade84a330debd386f4d21aeb3f57d9ca723f97b5aadb3efc1c3a2694c5e4dfa")
}

// UnpackBadgeBurnError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeBurn(uint256 id, uint8 burn)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeBurnError(raw []byte) (*ExpertiseBadgeBadgeBurn, error) {
	out := new(ExpertiseBadgeBadgeBurn)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeBurn", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsent represents a BadgeConsent error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsent struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsent(uint256 id)
func ExpertiseBadgeBadgeConsentErrorID() common.Hash {
	return common.HexToHash("0xbe305a32d26499b8c6914ed50f8962f7767ea299dbce7d51f25667a7ced5003c")
}

// UnpackBadgeConsentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsent(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentError(raw []byte) (*ExpertiseBadgeBadgeConsent, error) {
	out := new(ExpertiseBadgeBadgeConsent)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsentExpired represents a BadgeConsentExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsentExpired struct {
	Id       *big.Int
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsentExpired(uint256 id, uint64 deadline)
func ExpertiseBadgeBadgeConsentExpiredErrorID() common.Hash {
	return common.HexToHash("0x29af74251e1da907479bfda7797a4d557c9ce0b3cb5b7696d31f30f93b3f865b")
}

// UnpackBadgeConsentExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsentExpired(uint256 id, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentExpiredError(raw []byte) (*ExpertiseBadgeBadgeConsentExpired, error) {
	out := new(ExpertiseBadgeBadgeConsentExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsentExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsents represents a BadgeConsents error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsents struct {
	Grants   *big.Int
	Consents *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsents(uint256 grants, uint256 consents)
func ExpertiseBadgeBadgeConsentsErrorID() common.Hash {
	return common.HexToHash("0xa41aba3ceec67ea6b83ba69fce42ff68f58ce16051aeb370205b50fae6370f3f")
}

// UnpackBadgeConsentsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsents(uint256 grants, uint256 consents)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentsError(raw []byte) (*ExpertiseBadgeBadgeConsents, error) {
	out := new(ExpertiseBadgeBadgeConsents)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsents", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeDecision represents a BadgeDecision error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeDecision struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeDecision()
func ExpertiseBadgeBadgeDecisionErrorID() common.Hash {
	return common.HexToHash("0x0a09bb4ff786f6571661173c1a4d259bd571d39572bea474e78ac1cda2d50061")
}

// UnpackBadgeDecisionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeDecision()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeDecisionError(raw []byte) (*ExpertiseBadgeBadgeDecision, error) {
	out := new(ExpertiseBadgeBadgeDecision)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeDecision", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsement represents a BadgeEndorsement error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsement struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsement(address endorser)
func ExpertiseBadgeBadgeEndorsementErrorID() common.Hash {
	return common.HexToHash("0xbff77ac67111aa5fbf7f043b11b88e6c665ee9eb555e1bfd4d41645d98828b23")
}

// UnpackBadgeEndorsementError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsement(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementError(raw []byte) (*ExpertiseBadgeBadgeEndorsement, error) {
	out := new(ExpertiseBadgeBadgeEndorsement)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsement", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsementExpired represents a BadgeEndorsementExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsementExpired struct {
	Endorser common.Address
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsementExpired(address endorser, uint64 deadline)
func ExpertiseBadgeBadgeEndorsementExpiredErrorID() common.Hash {
	return common.HexToHash("0xb3b36b19c9af99a4f2b66d7706ee02e4019da845f173858d2dc1dc5911345d7f")
}

// UnpackBadgeEndorsementExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsementExpired(address endorser, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementExpiredError(raw []byte) (*ExpertiseBadgeBadgeEndorsementExpired, error) {
	out := new(ExpertiseBadgeBadgeEndorsementExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsementExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsements represents a BadgeEndorsements error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsements struct {
	BadgeType uint32
	Given     *big.Int
	Needed    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsements(uint32 badgeType, uint256 given, uint8 needed)
func ExpertiseBadgeBadgeEndorsementsErrorID() common.Hash {
	return common.HexToHash("0x079ef95c8ded36b1175bab119eae855d53229f9a2e06942a2cadf6f060b90f25")
}

// UnpackBadgeEndorsementsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsements(uint32 badgeType, uint256 given, uint8 needed)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementsError(raw []byte) (*ExpertiseBadgeBadgeEndorsements, error) {
	out := new(ExpertiseBadgeBadgeEndorsements)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsements", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorserLevel represents a BadgeEndorserLevel error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorserLevel struct {
	Endorser common.Address
	Level    uint8
	Least    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorserLevel(address endorser, uint8 level, uint8 least)
func ExpertiseBadgeBadgeEndorserLevelErrorID() common.Hash {
	return common.HexToHash("0xc8628832811ede9a995d442c6e80a8a8fda3806ae162c572103df64293090991")
}

// UnpackBadgeEndorserLevelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorserLevel(address endorser, uint8 level, uint8 least)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorserLevelError(raw []byte) (*ExpertiseBadgeBadgeEndorserLevel, error) {
	out := new(ExpertiseBadgeBadgeEndorserLevel)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorserLevel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsersUnsorted represents a BadgeEndorsersUnsorted error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsersUnsorted struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsersUnsorted(address endorser)
func ExpertiseBadgeBadgeEndorsersUnsortedErrorID() common.Hash {
	return common.HexToHash("0x16a4548055a3f66a9eeea8dc7a7fff6cd95e22d24ff6d51c10c62cd81079d99f")
}

// UnpackBadgeEndorsersUnsortedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsersUnsorted(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsersUnsortedError(raw []byte) (*ExpertiseBadgeBadgeEndorsersUnsorted, error) {
	out := new(ExpertiseBadgeBadgeEndorsersUnsorted)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsersUnsorted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeExpires represents a BadgeExpires error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeExpires struct {
	Id      *big.Int
	Expires uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeExpires(uint256 id, uint64 expires)
func ExpertiseBadgeBadgeExpiresErrorID() common.Hash {
	return common.HexToHash("0xe229f143ec1f0da2a327577a6c00999d90278f5a59ed4034a739fcfc2e5e8253")
}

// UnpackBadgeExpiresError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeExpires(uint256 id, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeExpiresError(raw []byte) (*ExpertiseBadgeBadgeExpires, error) {
	out := new(ExpertiseBadgeBadgeExpires)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeExpires", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeHolderFull represents a BadgeHolderFull error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeHolderFull struct {
	Holder common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeHolderFull(address holder)
func ExpertiseBadgeBadgeHolderFullErrorID() common.Hash {
	return common.HexToHash("0xdfeacbc242fe90fe7b26d94fff0e1b9c759793392ab35ac08d2f593ca82463c4")
}

// UnpackBadgeHolderFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeHolderFull(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeHolderFullError(raw []byte) (*ExpertiseBadgeBadgeHolderFull, error) {
	out := new(ExpertiseBadgeBadgeHolderFull)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeHolderFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeHolderMoved represents a BadgeHolderMoved error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeHolderMoved struct {
	Holder common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeHolderMoved(address holder)
func ExpertiseBadgeBadgeHolderMovedErrorID() common.Hash {
	return common.HexToHash("0x36322b817f960ab30467254684975910fd48dfa45ef5baedc3bf4ed63ff0a2d8")
}

// UnpackBadgeHolderMovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeHolderMoved(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeHolderMovedError(raw []byte) (*ExpertiseBadgeBadgeHolderMoved, error) {
	out := new(ExpertiseBadgeBadgeHolderMoved)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeHolderMoved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssued represents a BadgeIssued error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssued struct {
	Id     *big.Int
	Issued uint64
	After  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssued(uint256 id, uint64 issued, uint64 after_)
func ExpertiseBadgeBadgeIssuedErrorID() common.Hash {
	return common.HexToHash("0x176f037fbab80dd242698a42c47ecfbaa05b9e1be1082067f5c2b66c4509d156")
}

// UnpackBadgeIssuedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssued(uint256 id, uint64 issued, uint64 after_)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuedError(raw []byte) (*ExpertiseBadgeBadgeIssued, error) {
	out := new(ExpertiseBadgeBadgeIssued)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssued", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuer represents a BadgeIssuer error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuer struct {
	BadgeType uint32
	Account   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuer(uint32 badgeType, address account)
func ExpertiseBadgeBadgeIssuerErrorID() common.Hash {
	return common.HexToHash("0x85acbb6870a160f1e8cc82a81d193cd76dbfe8777236b0d345cbe908effe8f91")
}

// UnpackBadgeIssuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuer(uint32 badgeType, address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuerError(raw []byte) (*ExpertiseBadgeBadgeIssuer, error) {
	out := new(ExpertiseBadgeBadgeIssuer)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuerReserved represents a BadgeIssuerReserved error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuerReserved struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuerReserved(address account)
func ExpertiseBadgeBadgeIssuerReservedErrorID() common.Hash {
	return common.HexToHash("0x9d2ab9e94e34d5d628bbde40c713905dc3050ae29732abc118d8ed3622513e91")
}

// UnpackBadgeIssuerReservedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuerReserved(address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuerReservedError(raw []byte) (*ExpertiseBadgeBadgeIssuerReserved, error) {
	out := new(ExpertiseBadgeBadgeIssuerReserved)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuerReserved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuersFull represents a BadgeIssuersFull error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuersFull struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuersFull(uint32 badgeType)
func ExpertiseBadgeBadgeIssuersFullErrorID() common.Hash {
	return common.HexToHash("0x77253f1bd12fe07b8709967ea2cdb0a11328832e75aa4b60bb18af0f8eb5ee63")
}

// UnpackBadgeIssuersFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuersFull(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuersFullError(raw []byte) (*ExpertiseBadgeBadgeIssuersFull, error) {
	out := new(ExpertiseBadgeBadgeIssuersFull)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuersFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeLevel represents a BadgeLevel error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeLevel struct {
	BadgeType uint32
	Level     uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeLevel(uint32 badgeType, uint8 level)
func ExpertiseBadgeBadgeLevelErrorID() common.Hash {
	return common.HexToHash("0x83ee7022ff3fb7f1bf2b89a7b4d6d16285cfd8aaa29ba356602bacda4697a086")
}

// UnpackBadgeLevelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeLevel(uint32 badgeType, uint8 level)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeLevelError(raw []byte) (*ExpertiseBadgeBadgeLevel, error) {
	out := new(ExpertiseBadgeBadgeLevel)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeLevel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeNotHolder represents a BadgeNotHolder error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeNotHolder struct {
	Id      *big.Int
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeNotHolder(uint256 id, address account)
func ExpertiseBadgeBadgeNotHolderErrorID() common.Hash {
	return common.HexToHash("0x9f47b682ac52947bdb7a23fb25e730b0eb671a6b6af382e946d8d3115e4e798d")
}

// UnpackBadgeNotHolderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeNotHolder(uint256 id, address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeNotHolderError(raw []byte) (*ExpertiseBadgeBadgeNotHolder, error) {
	out := new(ExpertiseBadgeBadgeNotHolder)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeNotHolder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeOwnerRequired represents a BadgeOwnerRequired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeOwnerRequired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeOwnerRequired()
func ExpertiseBadgeBadgeOwnerRequiredErrorID() common.Hash {
	return common.HexToHash("0x3edfbde9959e2914b391fb4ffe5efd7bbded8936b86c1c035b4167b9d5b01acc")
}

// UnpackBadgeOwnerRequiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeOwnerRequired()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeOwnerRequiredError(raw []byte) (*ExpertiseBadgeBadgeOwnerRequired, error) {
	out := new(ExpertiseBadgeBadgeOwnerRequired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeOwnerRequired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeReason represents a BadgeReason error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeReason struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeReason()
func ExpertiseBadgeBadgeReasonErrorID() common.Hash {
	return common.HexToHash("0xa97f0235f548caf96a51444c913ae5340f5b19f6e45462a4ffff139f49b8073c")
}

// UnpackBadgeReasonError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeReason()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeReasonError(raw []byte) (*ExpertiseBadgeBadgeReason, error) {
	out := new(ExpertiseBadgeBadgeReason)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeReason", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryConsent represents a BadgeRecoveryConsent error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryConsent struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryConsent(address to)
func ExpertiseBadgeBadgeRecoveryConsentErrorID() common.Hash {
	return common.HexToHash("0x062a40dd748c866d1e567c3f433757ec0fd87187d508c1acb21d1f461cebfda7")
}

// UnpackBadgeRecoveryConsentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryConsent(address to)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryConsentError(raw []byte) (*ExpertiseBadgeBadgeRecoveryConsent, error) {
	out := new(ExpertiseBadgeBadgeRecoveryConsent)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryConsent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryEarly represents a BadgeRecoveryEarly error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryEarly struct {
	From       common.Address
	Executable uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryEarly(address from, uint64 executable)
func ExpertiseBadgeBadgeRecoveryEarlyErrorID() common.Hash {
	return common.HexToHash("0xf9e4e3c2ef0850e5b1c4e927cea9acf125a6811ac04c9b76ee3c1e2a2b9e0c1d")
}

// UnpackBadgeRecoveryEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryEarly(address from, uint64 executable)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryEarlyError(raw []byte) (*ExpertiseBadgeBadgeRecoveryEarly, error) {
	out := new(ExpertiseBadgeBadgeRecoveryEarly)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryEmpty represents a BadgeRecoveryEmpty error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryEmpty struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryEmpty(address from)
func ExpertiseBadgeBadgeRecoveryEmptyErrorID() common.Hash {
	return common.HexToHash("0x5c2a4acf4f1790811a7f9422c95e8c7c952a98839d51b38a9a956713b680c7d9")
}

// UnpackBadgeRecoveryEmptyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryEmpty(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryEmptyError(raw []byte) (*ExpertiseBadgeBadgeRecoveryEmpty, error) {
	out := new(ExpertiseBadgeBadgeRecoveryEmpty)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryEmpty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryExpired represents a BadgeRecoveryExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryExpired struct {
	To       common.Address
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryExpired(address to, uint64 deadline)
func ExpertiseBadgeBadgeRecoveryExpiredErrorID() common.Hash {
	return common.HexToHash("0x04352fb5e3dcb6413a4083c1856ab6dc2c3d98b4565a73bd6dc351e1fc5a6c58")
}

// UnpackBadgeRecoveryExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryExpired(address to, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryExpiredError(raw []byte) (*ExpertiseBadgeBadgeRecoveryExpired, error) {
	out := new(ExpertiseBadgeBadgeRecoveryExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryObjection represents a BadgeRecoveryObjection error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryObjection struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryObjection(address from)
func ExpertiseBadgeBadgeRecoveryObjectionErrorID() common.Hash {
	return common.HexToHash("0x8bb70578e79cddc17311c8b1f24de3697c17ef3a697b07886bd8ee30a25f1503")
}

// UnpackBadgeRecoveryObjectionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryObjection(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryObjectionError(raw []byte) (*ExpertiseBadgeBadgeRecoveryObjection, error) {
	out := new(ExpertiseBadgeBadgeRecoveryObjection)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryObjection", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryTarget represents a BadgeRecoveryTarget error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryTarget struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryTarget(address to)
func ExpertiseBadgeBadgeRecoveryTargetErrorID() common.Hash {
	return common.HexToHash("0x0136fefc7b8e454d89054c48debf80bf6dbc70178c3f06f6e6b6d52bedcb1745")
}

// UnpackBadgeRecoveryTargetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryTarget(address to)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryTargetError(raw []byte) (*ExpertiseBadgeBadgeRecoveryTarget, error) {
	out := new(ExpertiseBadgeBadgeRecoveryTarget)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryTarget", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryUnknown represents a BadgeRecoveryUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryUnknown struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryUnknown(address from)
func ExpertiseBadgeBadgeRecoveryUnknownErrorID() common.Hash {
	return common.HexToHash("0x28cda7261108493f6f131c3c99008d3fff92d996ecf3c8d177bb182b60b4cf6b")
}

// UnpackBadgeRecoveryUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryUnknown(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryUnknownError(raw []byte) (*ExpertiseBadgeBadgeRecoveryUnknown, error) {
	out := new(ExpertiseBadgeBadgeRecoveryUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSelfEndorsed represents a BadgeSelfEndorsed error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSelfEndorsed struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSelfEndorsed(address endorser)
func ExpertiseBadgeBadgeSelfEndorsedErrorID() common.Hash {
	return common.HexToHash("0x19398c6efa06c264c6584479526c854e1e0be843f130f5bf58261c16352456c8")
}

// UnpackBadgeSelfEndorsedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSelfEndorsed(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSelfEndorsedError(raw []byte) (*ExpertiseBadgeBadgeSelfEndorsed, error) {
	out := new(ExpertiseBadgeBadgeSelfEndorsed)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSelfEndorsed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSelfIssued represents a BadgeSelfIssued error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSelfIssued struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSelfIssued(address account)
func ExpertiseBadgeBadgeSelfIssuedErrorID() common.Hash {
	return common.HexToHash("0xfe911caebef67ed46cf51cc1b9f37aaf2f3e38926e63f29357bdd3295e2f52cf")
}

// UnpackBadgeSelfIssuedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSelfIssued(address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSelfIssuedError(raw []byte) (*ExpertiseBadgeBadgeSelfIssued, error) {
	out := new(ExpertiseBadgeBadgeSelfIssued)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSelfIssued", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSoulbound represents a BadgeSoulbound error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSoulbound struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSoulbound(uint256 id)
func ExpertiseBadgeBadgeSoulboundErrorID() common.Hash {
	return common.HexToHash("0x391a3ce9fa4371ee1fc884ed25a9f22be137d7330aeb3d2b372db815e76aa260")
}

// UnpackBadgeSoulboundError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSoulbound(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSoulboundError(raw []byte) (*ExpertiseBadgeBadgeSoulbound, error) {
	out := new(ExpertiseBadgeBadgeSoulbound)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSoulbound", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeEndorsements represents a BadgeTypeEndorsements error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeEndorsements struct {
	BadgeType     uint32
	Endorsements  uint8
	EndorserLevel uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeEndorsements(uint32 badgeType, uint8 endorsements, uint8 endorserLevel)
func ExpertiseBadgeBadgeTypeEndorsementsErrorID() common.Hash {
	return common.HexToHash("0xd567587eea62607c02364a6f383f41d415da2958f705b817e4cec5c2ed6710a7")
}

// UnpackBadgeTypeEndorsementsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeEndorsements(uint32 badgeType, uint8 endorsements, uint8 endorserLevel)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeEndorsementsError(raw []byte) (*ExpertiseBadgeBadgeTypeEndorsements, error) {
	out := new(ExpertiseBadgeBadgeTypeEndorsements)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeEndorsements", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeRetired represents a BadgeTypeRetired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeRetired struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeRetired(uint32 badgeType)
func ExpertiseBadgeBadgeTypeRetiredErrorID() common.Hash {
	return common.HexToHash("0x4254f9e7e91caabc9bab513ad9bfc17c178368ba9de3617db8b8ee74d8bf8208")
}

// UnpackBadgeTypeRetiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeRetired(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeRetiredError(raw []byte) (*ExpertiseBadgeBadgeTypeRetired, error) {
	out := new(ExpertiseBadgeBadgeTypeRetired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeRetired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeTaken represents a BadgeTypeTaken error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeTaken struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeTaken(uint32 badgeType)
func ExpertiseBadgeBadgeTypeTakenErrorID() common.Hash {
	return common.HexToHash("0x4184c045879330ce3fc676e35c067101c35ef21004b6026d439ff2d1e066cc55")
}

// UnpackBadgeTypeTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeTaken(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeTakenError(raw []byte) (*ExpertiseBadgeBadgeTypeTaken, error) {
	out := new(ExpertiseBadgeBadgeTypeTaken)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeText represents a BadgeTypeText error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeText struct {
	Text string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeText(string text)
func ExpertiseBadgeBadgeTypeTextErrorID() common.Hash {
	return common.HexToHash("0x78db44e4c97918de382fb8c503ee3e83bf57e4e4bc5fb17e9a5eb187f2fe5b8d")
}

// UnpackBadgeTypeTextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeText(string text)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeTextError(raw []byte) (*ExpertiseBadgeBadgeTypeText, error) {
	out := new(ExpertiseBadgeBadgeTypeText)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeText", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeUnknown represents a BadgeTypeUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeUnknown struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeUnknown(uint32 badgeType)
func ExpertiseBadgeBadgeTypeUnknownErrorID() common.Hash {
	return common.HexToHash("0x8669ce137b7c17963ec64345722ab8d3b842e03ef178907a97316f8204e06772")
}

// UnpackBadgeTypeUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeUnknown(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeUnknownError(raw []byte) (*ExpertiseBadgeBadgeTypeUnknown, error) {
	out := new(ExpertiseBadgeBadgeTypeUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeValidity represents a BadgeTypeValidity error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeValidity struct {
	BadgeType uint32
	Validity  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeValidity(uint32 badgeType, uint64 validity)
func ExpertiseBadgeBadgeTypeValidityErrorID() common.Hash {
	return common.HexToHash("0x5bee8b73d287e610602555c70e6737fc36cde376fed1c554e4c0e81da03ca2df")
}

// UnpackBadgeTypeValidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeValidity(uint32 badgeType, uint64 validity)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeValidityError(raw []byte) (*ExpertiseBadgeBadgeTypeValidity, error) {
	out := new(ExpertiseBadgeBadgeTypeValidity)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeValidity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeWithoutLevels represents a BadgeTypeWithoutLevels error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeWithoutLevels struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeWithoutLevels(uint32 badgeType)
func ExpertiseBadgeBadgeTypeWithoutLevelsErrorID() common.Hash {
	return common.HexToHash("0xdab254f541a68f9d95c66620da4854f966daf1bd6989004acead43f559b045c4")
}

// UnpackBadgeTypeWithoutLevelsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeWithoutLevels(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeWithoutLevelsError(raw []byte) (*ExpertiseBadgeBadgeTypeWithoutLevels, error) {
	out := new(ExpertiseBadgeBadgeTypeWithoutLevels)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeWithoutLevels", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeUnknown represents a BadgeUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeUnknown struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeUnknown(uint256 id)
func ExpertiseBadgeBadgeUnknownErrorID() common.Hash {
	return common.HexToHash("0x86c4658fc4148363b3da0387ee390e43836f915c68e77d88c38b600e40637e88")
}

// UnpackBadgeUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeUnknown(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeUnknownError(raw []byte) (*ExpertiseBadgeBadgeUnknown, error) {
	out := new(ExpertiseBadgeBadgeUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeInvalidShortString represents a InvalidShortString error raised by the ExpertiseBadge contract.
type ExpertiseBadgeInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func ExpertiseBadgeInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (expertiseBadge *ExpertiseBadge) UnpackInvalidShortStringError(raw []byte) (*ExpertiseBadgeInvalidShortString, error) {
	out := new(ExpertiseBadgeInvalidShortString)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func ExpertiseBadgeOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnableInvalidOwnerError(raw []byte) (*ExpertiseBadgeOwnableInvalidOwner, error) {
	out := new(ExpertiseBadgeOwnableInvalidOwner)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func ExpertiseBadgeOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (expertiseBadge *ExpertiseBadge) UnpackOwnableUnauthorizedAccountError(raw []byte) (*ExpertiseBadgeOwnableUnauthorizedAccount, error) {
	out := new(ExpertiseBadgeOwnableUnauthorizedAccount)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeStringTooLong represents a StringTooLong error raised by the ExpertiseBadge contract.
type ExpertiseBadgeStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func ExpertiseBadgeStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (expertiseBadge *ExpertiseBadge) UnpackStringTooLongError(raw []byte) (*ExpertiseBadgeStringTooLong, error) {
	out := new(ExpertiseBadgeStringTooLong)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}
