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

// IExpertiseBadgeBadge is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBadge struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issuer    common.Address
	Issued    uint64
	Expires   uint64
}

// IExpertiseBadgeBadgeType is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBadgeType struct {
	Domain   string
	Name     string
	Levels   uint8
	Validity uint64
	Retired  bool
}

// IExpertiseBadgeGrant is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeGrant struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issued    uint64
	Expires   uint64
	Deadline  uint64
	Consent   []byte
}

// ExpertiseBadgeMetaData contains all meta data concerning the ExpertiseBadge contract.
var ExpertiseBadgeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"owner_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CONSENT_TYPEHASH\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_TYPES_PER_HOLDER\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"badgeOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Badge\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"badgesOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"badges\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Badge[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"consentDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"createType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getApproved\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"idOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isApprovedForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"levelOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"locked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mint\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintBatch\",\"inputs\":[{\"name\":\"grants\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Grant[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"retireType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revoke\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumIExpertiseBadge.Reason\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setApprovalForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"surrender\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tokenURI\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"typeOf\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.BadgeType\",\"components\":[{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"retired\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ApprovalForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"IssuerSet\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"LevelChanged\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Locked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Minted\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Renewed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Revoked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"actor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIExpertiseBadge.Reason\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Surrendered\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeCreated\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"validity\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unlocked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadgeConsent\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeConsentExpired\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeExpires\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeHolderFull\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssued\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"after_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuerZero\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeIssuersFull\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeLevel\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeNotHolder\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeOwnerRequired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeReason\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeSelfIssued\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSoulbound\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeText\",\"inputs\":[{\"name\":\"text\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeTaken\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeUnknown\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeWithoutLevels\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeUnknown\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeValidity\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"StringsInsufficientHexLength\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "ExpertiseBadge",
	Bin: "0x61016080604052346101c0576020816140d2803803809161002082856101c4565b8339810103126101c057516001600160a01b038116908190036101c0576040519061004c6040836101c4565b6007825260208201665065726974757360c81b8152604051926100706040856101c4565b600184526020840192603160f81b845280156101ad57600180546001600160a01b03199081169091555f8054918216831781556001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a36100dc816101fb565b610120526100e9846101fb565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c0826101c4565b5190206080523060c052604051613e6b9081610267823960805181613b4f015260a05181613c0c015260c05181613b20015260e05181613b9e01526101005181613bc401526101205181611c1401526101405181611c3d0152f35b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176101e757604052565b634e487b7160e01b5f52604160045260245ffd5b601f815111610226576020815191015160208210610217571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a71461237357508063043da33e1461233457806306fdde03146122d5578063081812fc146122ac578063095ea7b31461226457806314f6b1fb1461207957806323b872dd14611f785780632aa20c0014612006578063394210ab14611f7d57806342842e0e14611f785780636352211e14611f3a5780636a86ac3814611f005780636ac778c114611ee557806370a0823114611eba578063715018a614611e8257806371c3f70214611df857806379ba509714611d1057806384b0196e14611bfc5780638723e19b14611b905780638da5cb5b14611b5e57806395d89b4114611aff5780639df69ae814611a4d578063a22cb465146119fe578063a84f111b146119af578063abf3ab9614611966578063b45a3c0e1461193c578063b62e70191461110f578063b88d4fde1461109c578063c87b56dd14610706578063d12c1e2814610539578063e30c397814610506578063e6a1fc7f1461044d578063e985e9c514610420578063ec9693a01461036c578063f2fde38b146102cd5763fd61d10b146101a8575f80fd5b346102c95760206003193601126102c95760043573ffffffffffffffffffffffffffffffffffffffff6101da82612d53565b919290921690813303610299575f9261024e91610226906fffffffff0000000000000000000000001669ffffffffff00000000004260281b1617918486526007602052604086206128a7565b9091906fffffffffffffffffffffffffffffffff8084549260031b9316831b921b1916179055565b827fe835077683e1229ba609861c631052b04b735a65bff37eb1f27f748be864fbf88380a27fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b837f9f47b682000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b5f80fd5b346102c95760206003193601126102c95773ffffffffffffffffffffffffffffffffffffffff6102fb6124bc565b610303612ce7565b16807fffffffffffffffffffffffff0000000000000000000000000000000000000000600154161760015573ffffffffffffffffffffffffffffffffffffffff5f54167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b346102c95760206003193601126102c957610385612ca3565b5060c061039e610396600435612d53565b9190506135e0565b61041e604051809267ffffffffffffffff60a0809273ffffffffffffffffffffffffffffffffffffffff815116855263ffffffff602082015116602086015260ff604082015116604086015273ffffffffffffffffffffffffffffffffffffffff6060820151166060860152826080820151166080860152015116910152565bf35b346102c95760406003193601126102c9576104396124bc565b50610442612499565b5060206040515f8152f35b346102c95760206003193601126102c95763ffffffff61046b612473565b610473612ce7565b61047c81612d07565b805460ff8160081c166104d8577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00ff16610100179055167f341fd5c07d81314e9eb6acb84b3e68b3cd8a5ac8cbd96673847c3643b697ed065f80a2005b50507f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346102c9575f6003193601126102c957602073ffffffffffffffffffffffffffffffffffffffff60015416604051908152f35b346102c95760206003193601126102c9576105526124bc565b61055b81612baf565b90601f1961058161056b84612c6b565b936105796040519586612542565b808552612c6b565b015f5b8181106106ef57505073ffffffffffffffffffffffffffffffffffffffff8116905f805b845182101561062c576105f790845f5260076020526fffffffffffffffffffffffffffffffff6105db8260405f206128a7565b90549060031b1c1660ff808260581c16166105fc575b50612b74565b6105a8565b61060961062591866135e0565b9361061381612b74565b9461061e828a612cd3565b5287612cd3565b50866105f1565b846040518091602082016020835281518091526020604084019201905f5b818110610658575050500390f35b91935091602060c0826106e1600194885167ffffffffffffffff60a0809273ffffffffffffffffffffffffffffffffffffffff815116855263ffffffff602082015116602086015260ff604082015116604086015273ffffffffffffffffffffffffffffffffffffffff6060820151166060860152826080820151166080860152015116910152565b01940191019184939261064a565b6020906106fa612ca3565b82828701015201610584565b346102c95760206003193601126102c95761071f612ca3565b5061072b600435612d53565b9050610736916135e0565b602081015163ffffffff1661074a90612aeb565b906040810191825160ff1661075e90613844565b6040820192835160ff1661077190613844565b94604051809660208201947f4c6576656c200000000000000000000000000000000000000000000000000000865280516020819201602685015e8201602681017f206f662000000000000000000000000000000000000000000000000000000000905281516020819301602a83015e01602601600481015f905203600401601f19810187526108009087612542565b60208401519380519060405196602088017f3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f32309052604088017f30302f737667222076696577426f783d2230203020343030203234302220666f9052606088017f6e742d66616d696c793d2273616e732d7365726966222066696c6c3d222366669052608088017f66223e00000000000000000000000000000000000000000000000000000000009052608388017f3c726563742077696474683d2234303022206865696768743d22323430222072905260a388017f783d223136222066696c6c3d2223316233613462222f3e3c7465787420783d22905260c388017f32382220793d2235322220666f6e742d73697a653d223138223e00000000000090528251936020840194808660dd8c015e89019860dd8a017f3c2f746578743e3c7465787420783d2232382220793d223132382220666f6e74905260fd8a017f2d73697a653d2232322220666f6e742d7765696768743d22626f6c64223e0000905280895160208b019b818d61011b83015e0160dd01603e81017f3c2f746578743e3c7465787420783d2232382220793d223230342220666f6e749052605e81017f2d73697a653d223138223e00000000000000000000000000000000000000000090528c5190818b606983015e01603e01602b81017f3c2f746578743e3c2f7376673e00000000000000000000000000000000000000905203602b017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed81018252600d01610a4b9082612542565b610a5490613c6c565b9251905160ff16610a6490613844565b915160ff16610a7290613844565b92606087015173ffffffffffffffffffffffffffffffffffffffff16958695606060405197610aa260608a612542565b602a895260208901996040368c3789511561106f5760308b5389516001101561106f57607860218b015360295b600181116110205750610ff057506028602289012060601c6029905b60018211610f4e57505050608089015167ffffffffffffffff169960409d8e809c815190610b198383612542565b600682527f49737375656400000000000000000000000000000000000000000000000000006020830152610b4c916139e6565b9b60a0015167ffffffffffffffff16815191610b689083612542565b600782527f45787069726573000000000000000000000000000000000000000000000000006020830152610b9b916139e6565b9b519d8e809e602082017f7b226e616d65223a2200000000000000000000000000000000000000000000009052519160298392015e8d0190602982017f2c200000000000000000000000000000000000000000000000000000000000009052518092602b83015e0160290190600282017f222c226465736372697074696f6e223a2241206261646765206f6620657870659052602282017f727469736520696e2000000000000000000000000000000000000000000000009052518092602b83015e01600201602981017f2e2049742063616e206e6f74206265206d6f766564206f7220736f6c642e222c9052604981017f22696d616765223a22646174613a696d6167652f7376672b786d6c3b626173659052606981017f36342c0000000000000000000000000000000000000000000000000000000000905281516020819301606c83015e01602901604381017f222c2261747472696275746573223a5b7b2274726169745f74797065223a22449052606381017f6f6d61696e222c2276616c7565223a2200000000000000000000000000000000905281516020819301607383015e01604301603081017f227d2c7b2274726169745f74797065223a224c6576656c222c2276616c7565229052605081017f3a00000000000000000000000000000000000000000000000000000000000000905281516020819301605183015e01603001602181017f2c226d61785f76616c7565223a00000000000000000000000000000000000000905281516020819301602e83015e0160210190600d82017f7d2c7b2274726169745f74797065223a22497373756572222c2276616c7565229052602d82017f3a220000000000000000000000000000000000000000000000000000000000009052518092602f83015e01600d01602281017f227d000000000000000000000000000000000000000000000000000000000000905281516020819301602483015e0160220160028101915f83528051926020849201905e016002017f5d7d0000000000000000000000000000000000000000000000000000000000008152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe281018252600201610ed79082612542565b610ee090613c6c565b9080518092602082017f646174613a6170706c69636174696f6e2f6a736f6e3b6261736536342c000000905280516020819201603d84015e8101603d81015f905203603d01601f1981018352610f369083612542565b5180916020825260208201610f4a91612581565b0390f35b808a836007600f610f7195161180610fda575b610f77575b505060041c916139c9565b90610aeb565b610fc37fff00000000000000000000000000000000000000000000000000000000000000917f2000000000000000000000000000000000000000000000000000000000000000936139d5565b5116185f1a610fd2848d6139d5565b538a83610f66565b5085610fe682846139d5565b5160f81c11610f61565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f811690601082101561106f578b611060847f303132333435363738396162636465660000000000000000000000000000000061106a951a926139d5565b5360041c916139c9565b610acf565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b346102c95760806003193601126102c9576110b56124bc565b506110be612499565b5060643567ffffffffffffffff81116102c9576110df903690600401612627565b50507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260443560045260245ffd5b346102c95760a06003193601126102c957611128612473565b60243567ffffffffffffffff81116102c957611148903690600401612627565b60449291923567ffffffffffffffff81116102c95761116b903690600401612627565b6064359060ff82168092036102c9576084359167ffffffffffffffff8316958684036102c95763ffffffff9061119f612ce7565b1690815f52600460205260405f20968215801561192f575b6119035781156118d75764ffffffffff81116118a8578615801561189e575b611858575f5b87811015611373577fff00000000000000000000000000000000000000000000000000000000000000818b0135167f61000000000000000000000000000000000000000000000000000000000000008110159081611348575b81156112ec575b81156112c2575b8115611298575b5015611258576001016111dc565b6040517ff36231420000000000000000000000000000000000000000000000000000000081526020600482015280611294602482018b8e612c83565b0390fd5b7f2f000000000000000000000000000000000000000000000000000000000000009150148b61124a565b7f2d0000000000000000000000000000000000000000000000000000000000000081149150611243565b90507f30000000000000000000000000000000000000000000000000000000000000008110158061131e575b9061123c565b507f3900000000000000000000000000000000000000000000000000000000000000811115611318565b7f7a000000000000000000000000000000000000000000000000000000000000008111159150611235565b50889187918986158015611894575b611858575f5b8781101561150f577fff00000000000000000000000000000000000000000000000000000000000000818b0135167f200000000000000000000000000000000000000000000000000000000000000081101590816114e4575b816114b9575b8161148e575b81611463575b81611438575b8161140d575b501561125857600101611388565b7f5c00000000000000000000000000000000000000000000000000000000000000915014158b6113ff565b7f3e0000000000000000000000000000000000000000000000000000000000000081141591506113f9565b7f3c0000000000000000000000000000000000000000000000000000000000000081141591506113f3565b7f260000000000000000000000000000000000000000000000000000000000000081141591506113ed565b7f220000000000000000000000000000000000000000000000000000000000000081141591506113e7565b7f7e0000000000000000000000000000000000000000000000000000000000000081111591506113e1565b5080547fffffffffffffffffffffffffffffffffffffffffffff0000000000000000ffff84167fffffffffffffffffffffffffffffffffffffffffffff0000000000000000ff0090911617601089901b69ffffffffffffffff000016178155889061157b3689846128c3565b602081519101206001820155600281019067ffffffffffffffff8911611769576115a582546129dc565b601f8111611807575b505f9189601f81116001146117a1576003935f91611796575b508a60011b905f198c861b1c19161790555b019667ffffffffffffffff8511611769576115f488546129dc565b601f8111611718575b505f97601f861160011461168f57906116749291867f3bf419fa0360f86450c7dce7a97bf0ef7d40129f2e9d7237a163e572d8ee6f69999a5f91611684575b508760011b905f198960031b1c19161790555b611666604051978897608089526080890191612c83565b918683036020880152612c83565b91604084015260608301520390a2005b90508801358b61163c565b601f198616815f5260205f20905f5b8181106117005750907f3bf419fa0360f86450c7dce7a97bf0ef7d40129f2e9d7237a163e572d8ee6f69999a8861167496959493106116e7575b5050600187811b01905561164f565b5f1960f88a60031b161c19908a01351690558a806116d8565b898c0135835560209b8c019b6001909301920161169e565b858111156115fd57885f5260205f20601f870160051c9060208810611761575b81601f9101920160051c03905f5b8281106117545750506115fd565b5f82820155600101611746565b5f9150611738565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90508401358b6115c7565b601f191692815f5260205f20908b5f955b8087106117e95760039650106117d2575b505060018a811b0190556115d9565b8501355f198c861b60f8161c191690558a806117c3565b878301358455602096870196600190940193909201918d91506117b2565b898111156115ae57825f5260205f20601f8b0160051c9060208c10611850575b81601f9101920160051c03905f5b8281106118435750506115ae565b5f82820155600101611835565b5f9150611827565b6040517ff36231420000000000000000000000000000000000000000000000000000000081526020600482015280611294602482018a8d612c83565b5060408711611382565b50604087116111d6565b827f7d294b11000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827fdab254f5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b827f4184c045000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5060ff88541615156111b7565b346102c95760206003193601126102c957611958600435612d53565b505050602060405160018152f35b346102c95760206003193601126102c95760043567ffffffffffffffff81116102c95760e060031982360301126102c9576119a86119ad9136906004016128f9565b612f9e565b005b346102c95760406003193601126102c95760206119ca6124bc565b77ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff6119f0612486565b1691831b1617604051908152f35b346102c95760406003193601126102c957611a176124bc565b50611a206124df565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346102c95760206003193601126102c95760043567ffffffffffffffff81116102c957366023820112156102c95780600401359067ffffffffffffffff82116102c9573660248360051b830101116102c957905f917ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffefd81360301925b828110156119ad5760248160051b8301013590848212156102c957611af96119a8600193602436918701016128f9565b01611ac9565b346102c9575f6003193601126102c957610f4a604051611b20604082612542565b600781527f50455249545553000000000000000000000000000000000000000000000000006020820152604051918291602083526020830190612581565b346102c9575f6003193601126102c957602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b346102c95760406003193601126102c957611bba611bac6124bc565b611bb4612486565b90612f08565b905064ffffffffff81168015908115611bf2575b5015611be95760ff60209160581c165b60ff60405191168152f35b5060205f611bde565b9050421082611bce565b346102c9575f6003193601126102c957611cb4611c387f000000000000000000000000000000000000000000000000000000000000000061368e565b611c617f000000000000000000000000000000000000000000000000000000000000000061368e565b6020611cc260405192611c748385612542565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612581565b908582036040870152612581565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110611cf957505050500390f35b835185528695509381019392810192600101611cea565b346102c9575f6003193601126102c9576001543373ffffffffffffffffffffffffffffffffffffffff821603611dcc577fffffffffffffffffffffffff0000000000000000000000000000000000000000166001555f54337fffffffffffffffffffffffff00000000000000000000000000000000000000008216175f5573ffffffffffffffffffffffffffffffffffffffff3391167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346102c95760406003193601126102c957611e11612473565b63ffffffff611e1e612499565b911690815f52600560205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260ff60405f205460081c1680611e67575b6020906040519015158152f35b505f526004602052602060ff60405f205460081c1615611e5a565b346102c9575f6003193601126102c9577f3edfbde9000000000000000000000000000000000000000000000000000000005f5260045ffd5b346102c95760206003193601126102c9576020611edd611ed86124bc565b612baf565b604051908152f35b346102c9575f6003193601126102c957602060405160408152f35b346102c9575f6003193601126102c95760206040517fe9c70c2b7156d08e53260286375202661814c6847ec75977acd984dc29ff4e938152f35b346102c95760206003193601126102c9576020611f58600435612d53565b505073ffffffffffffffffffffffffffffffffffffffff60405191168152f35b6125a6565b346102c95760206003193601126102c957611f9e611f99612473565b612aeb565b6040518091602082526080611fd8611fc2835160a0602087015260c0860190612581565b6020840151601f19868303016040870152612581565b9160ff604082015116606085015267ffffffffffffffff606082015116828501520151151560a08301520390f35b346102c95760406003193601126102c95760043567ffffffffffffffff81116102c95760e060031982360301126102c95761203f612499565b9060248101359063ffffffff821682036102c9576020926120746001612067611edd95612d07565b01549236906004016128f9565b612df2565b346102c95760406003193601126102c9576004356024359060048210156102c9576120a382612870565b811561223c576120b281612d53565b73ffffffffffffffffffffffffffffffffffffffff5f959293955416330361218b575b92935f9361212f91906102269073ffffffffffffffffffffffffffffffffffffffff906fffffffff0000000000000000000000001669ffffffffff00000000004260281b16179216948587526007602052604087206128a7565b6040519061213c81612870565b8152837ffda0b0eb9f661298a5bd94b88ae8761539a4c92edcc026f14af1baf211cdfb3d60203393a37fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b63ffffffff808260601c1616805f52600560205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f52602052602060405f20604051906121d2826124ee565b549060ff8083169283835260081c161590811593849101529161222a575b506121fb57506120d5565b7f85acbb68000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b605084901c60ff1614159050876121f0565b7fa97f0235000000000000000000000000000000000000000000000000000000005f5260045ffd5b346102c95760406003193601126102c95761227d6124bc565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260243560045260245ffd5b346102c95760206003193601126102c9576122c8600435612d53565b50505060206040515f8152f35b346102c9575f6003193601126102c957610f4a6040516122f6604082612542565b601181527f50657269747573204578706572746973650000000000000000000000000000006020820152604051918291602083526020830190612581565b346102c95760606003193601126102c95761234d612473565b612355612499565b6044359081151582036102c9576119ad9261236e612ce7565b61266a565b346102c95760206003193601126102c957600435907fffffffff0000000000000000000000000000000000000000000000000000000082168092036102c957817f01ffc9a70000000000000000000000000000000000000000000000000000000060209314908115612449575b811561241f575b81156123f5575b5015158152f35b7fb45a3c0e00000000000000000000000000000000000000000000000000000000915014836123ee565b7f5b5e139f00000000000000000000000000000000000000000000000000000000811491506123e7565b7f80ac58cd00000000000000000000000000000000000000000000000000000000811491506123e0565b6004359063ffffffff821682036102c957565b6024359063ffffffff821682036102c957565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036102c957565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036102c957565b6024359081151582036102c957565b6040810190811067ffffffffffffffff82111761176957604052565b60a0810190811067ffffffffffffffff82111761176957604052565b60c0810190811067ffffffffffffffff82111761176957604052565b90601f601f19910116810190811067ffffffffffffffff82111761176957604052565b67ffffffffffffffff811161176957601f01601f191660200190565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b346102c95760606003193601126102c95760043573ffffffffffffffffffffffffffffffffffffffff811681036102c9575060243573ffffffffffffffffffffffffffffffffffffffff811681036102c957506044357f391a3ce9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9181601f840112156102c95782359167ffffffffffffffff83116102c957602083818601950101116102c957565b359067ffffffffffffffff821682036102c957565b9173ffffffffffffffffffffffffffffffffffffffff61268984612d07565b92169283156128485763ffffffff1691825f52600560205260405f20845f5260205260405f20908154921515928360ff8260081c161515146128405760ff161561272d575b507f5b2971e4044fc0f554e5065278b14a6e004f10042302b8d9fc97f69e16efa8729181602092547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00ff61ff008460081b169116179055604051908152a3565b80549060ff8260501c1660ff811461281457916020939160017f5b2971e4044fc0f554e5065278b14a6e004f10042302b8d9fc97f69e16efa872969401917fffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffffffff6aff000000000000000000008460501b16911617905560ff81167fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00835416178255855f526006845260ff60405f2091165f52835260405f20867fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790559150916126ce565b857f77253f1b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b505050505050565b7f65dfa618000000000000000000000000000000000000000000000000000000005f5260045ffd5b6004111561287a57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b919091604083101561106f576010908360011c019260041b1690565b9291926128cf82612565565b916128dd6040519384612542565b8294818452818301116102c9578281602093845f960137010152565b919060e0838203126102c9576040519060e0820182811067ffffffffffffffff821117611769576040528193803573ffffffffffffffffffffffffffffffffffffffff811681036102c9578352602081013563ffffffff811681036102c9576020840152604081013560ff811681036102c957604084015261297d60608201612655565b606084015261298e60808201612655565b608084015261299f60a08201612655565b60a084015260c08101359067ffffffffffffffff82116102c9570181601f820112156102c95760c0918160206129d7933591016128c3565b910152565b90600182811c92168015612a23575b60208310146129f657565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f16916129eb565b9060405191825f825492612a40846129dc565b8084529360018116908115612aab5750600114612a67575b50612a6592500383612542565b565b90505f9291925260205f20905f915b818310612a8f575050906020612a65928201015f612a58565b6020919350806001915483858901015201910190918492612a76565b60209350612a659592507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091501682840152151560051b8201015f612a58565b612b1c905f6080604051612afe8161250a565b60608152606060208201528260408201528260608201520152612d07565b60ff8154612b46600260405194612b328661250a565b612b3e60038201612a2d565b865201612a2d565b6020840152818116604084015267ffffffffffffffff8160101c16606084015260081c161515608082015290565b5f198114612b825760010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9073ffffffffffffffffffffffffffffffffffffffff5f9216908115612c3f575f5b60408110612bde57509050565b825f5260076020526fffffffffffffffffffffffffffffffff612c048260405f206128a7565b90549060031b1c168015612c395760581c60ff16612c25575b600101612bd1565b92612c31600191612b74565b939050612c1d565b50509050565b7f86c4658f000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b67ffffffffffffffff81116117695760051b60200190565b601f8260209493601f1993818652868601375f8582860101520116010190565b60405190612cb082612526565b5f60a0838281528260208201528260408201528260608201528260808201520152565b805182101561106f5760209160051b010190565b73ffffffffffffffffffffffffffffffffffffffff5f54163303611dcc57565b63ffffffff1690815f52600460205260405f209160ff83541615612d285750565b7f8669ce13000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b908160c01c612dc65773ffffffffffffffffffffffffffffffffffffffff8260201c1691612d8763ffffffff821684612f08565b90929091605883901c60ff1615612d9b5750565b7f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060429273ffffffffffffffffffffffffffffffffffffffff8351169263ffffffff6020820151169160ff60408301511667ffffffffffffffff6060840151169167ffffffffffffffff60a081608087015116950151169473ffffffffffffffffffffffffffffffffffffffff6040519760208901997fe9c70c2b7156d08e53260286375202661814c6847ec75977acd984dc29ff4e938b5260408a0152166060880152608087015260a086015260c085015260e08401526101008301526101208201526101208152612ec761014082612542565b519020612ed2613b09565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9073ffffffffffffffffffffffffffffffffffffffff5f92165f52600760205260405f20905b60408310612f3d575050905f90565b90916fffffffffffffffffffffffffffffffff612f5a82856128a7565b90549060031b1c1680158015612f83575b612f7a57506001019190612f2e565b93925090509190565b5063ffffffff8160601c1663ffffffff808516911614612f6b565b6020810190612fb363ffffffff835116612d07565b9081549260ff8460081c166135ad5763ffffffff8151165f52600560205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f209060ff60405192613005846124ee565b54818116845260081c161580156020840152613576573373ffffffffffffffffffffffffffffffffffffffff8451161461354a57604083019060ff8251168015801561353e575b613508575073ffffffffffffffffffffffffffffffffffffffff845116946130a163ffffffff83511663ffffffff811677ffffffffffffffffffffffffffffffffffffffff000000008960201b161797612f08565b929091604083146134c557606087019867ffffffffffffffff8a511642811180156134b0575b61346f575067ffffffffffffffff6130e39160101c16886136e5565b156134305767ffffffffffffffff60a08801511680421161340157506131359061312a600173ffffffffffffffffffffffffffffffffffffffff8a5116920154338a612df2565b60c089015191613770565b156133d5575193835190518851906080880196875164ffffffffff169360581b6bff0000000000000000000000166bff0000000000000000000000169060601b6fffffffff000000000000000000000000166fffffffff00000000000000000000000016179060501b6aff00000000000000000000166aff0000000000000000000016179060281b69ffffffffff00000000001669ffffffffff000000000016171790855173ffffffffffffffffffffffffffffffffffffffff165f52600760205260405f2090613205916128a7565b61322f92906fffffffffffffffffffffffffffffffff8084549260031b9316831b921b1916179055565b60581c60ff1660ff1680155f1461331d5750917f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a161194847f3231e39231c7423eec09ff2a0e043d82fc41d70a990d0a8de8fb00db61e4030473ffffffffffffffffffffffffffffffffffffffff9467ffffffffffffffff8060ff60209a995116955116915116906132e860405192839233978491604091949367ffffffffffffffff809260ff606087019816865216602085015216910152565b0390a351169080604051925f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a48152a1565b9091925060ff8251168091145f14613381575051925190516040805160ff909516855267ffffffffffffffff928316602086015291169083015233917f8c77fe778c8eff14f16a64aabcf1f8823a0e35816385fc73a094d19a149486cc90606090a3565b935191516040805160ff909616865267ffffffffffffffff93841660208701529216918401919091525033917f9108668cabf61b358284208a962d3ba6537aa4a33acbce1e7922d0e4ba11b57290606090a3565b867fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b887f29af7425000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8767ffffffffffffffff608089015116907fe229f143000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8964ffffffffff91828860281c16917f176f037f000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b50602886901c64ffffffffff168111156130c7565b73ffffffffffffffffffffffffffffffffffffffff8751167fdfeacbc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff8251167f83ee7022000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5060ff8716811161304c565b7ffe911cae000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b63ffffffff9051167f85acbb68000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b63ffffffff9051167f4254f9e7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9064ffffffffff906135f0612ca3565b508163ffffffff8260601c1663ffffffff60ff8460581c16911690815f52600660205260405f2060ff808660501c16165f5260205260ff73ffffffffffffffffffffffffffffffffffffffff60405f20541691848660281c169373ffffffffffffffffffffffffffffffffffffffff6040519961366c8b612526565b168952602089015216604087015260608601521660808401521660a082015290565b60ff811690601f82116136bd57604051916136aa604084612542565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b9067ffffffffffffffff60808301511690811561375f57428211801590613751575b61374a5767ffffffffffffffff16908115928315613726575b50505090565b6060015167ffffffffffffffff169182019250908210612b825711155f8080613720565b5050505f90565b5064ffffffffff8211613707565b67ffffffffffffffff161592915050565b91909161377d8284613c32565b5061378781612870565b159081613821575b50613819576020926064601f19601f855f965190604051957f1626ba7e00000000000000000000000000000000000000000000000000000000875260048701526040602487015288820190604487015e86848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8083169116145f61378f565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008210156139a1575b806d04ee2d6d415b85acef8100000000600a921015613986575b662386f26fc10000811015613972575b6305f5e100811015613961575b612710811015613952575b6064811015613944575b1015613939575b600a5f1960216001850194601f196138ee6138d888612565565b976138e6604051998a612542565b808952612565565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a8353048015613934575f19600a91926138f9565b505090565b6001909101906138be565b6064600291049301926138b7565b612710600491049301926138ad565b6305f5e100600891049301926138a2565b662386f26fc1000060109104930192613895565b6d04ee2d6d415b85acef810000000060209104930192613885565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000810461386b565b8015612b82575f190190565b90815181101561106f570160200190565b9067ffffffffffffffff168015613af3576001600a602093604685613a0d613af096613844565b6040519788947f2c7b22646973706c61795f74797065223a2264617465222c2274726169745f74828701527f797065223a22000000000000000000000000000000000000000000000000000060408701528051918291018587015e8401907f222c2276616c7565223a0000000000000000000000000000000000000000000084830152805192839101605083015e01017f7d000000000000000000000000000000000000000000000000000000000000008382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810184520182612542565b90565b5050604051613b03602082612542565b5f815290565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480613c09575b15613b71577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152613c0360c082612542565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614613b48565b8151919060418303613c6257613c5b9250602082015190606060408401519301515f1a90613dd1565b9192909190565b50505f9160029190565b90815115613dc157815160028101809111612b825760039004908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811603612b8257604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f527f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f603f52602083018480518101602081018051915f82525b808910613d855750602095969750906003929152510680600114613d5257600214613d45575b50808452830101604052565b5f19603d9101535f613d39565b507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe81603d5f198194015301535f613d39565b939760036004910198603f8a51818160121c165183538181600c1c16516001840153818160061c16516002840153165160038201530193613d13565b9050604051613b03602082612542565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411613e60579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15613e55575f5173ffffffffffffffffffffffffffffffffffffffff811615613e4b57905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
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

// PackCONSENTTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a86ac38.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CONSENT_TYPEHASH() view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackCONSENTTYPEHASH() []byte {
	enc, err := expertiseBadge.abi.Pack("CONSENT_TYPEHASH")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCONSENTTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a86ac38.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CONSENT_TYPEHASH() view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackCONSENTTYPEHASH() ([]byte, error) {
	return expertiseBadge.abi.Pack("CONSENT_TYPEHASH")
}

// UnpackCONSENTTYPEHASH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a86ac38.
//
// Solidity: function CONSENT_TYPEHASH() view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackCONSENTTYPEHASH(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("CONSENT_TYPEHASH", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
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
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint64,uint64))
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
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) TryPackBadgeOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgeOf", id)
}

// UnpackBadgeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xec9693a0.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint64,uint64))
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
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint64,uint64)[] badges)
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
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) TryPackBadgesOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgesOf", holder)
}

// UnpackBadgesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd12c1e28.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint64,uint64)[] badges)
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
// Solidity: function balanceOf(address holder) view returns(uint256 count)
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
// Solidity: function balanceOf(address holder) view returns(uint256 count)
func (expertiseBadge *ExpertiseBadge) TryPackBalanceOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("balanceOf", holder)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address holder) view returns(uint256 count)
func (expertiseBadge *ExpertiseBadge) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aa20c00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64,bytes) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("consentDigest", grant, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aa20c00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64,bytes) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("consentDigest", grant, issuer)
}

// UnpackConsentDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2aa20c00.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64,bytes) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackConsentDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("consentDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb62e7019.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, uint64 validity) returns()
func (expertiseBadge *ExpertiseBadge) PackCreateType(badgeType uint32, domain string, name string, levels uint8, validity uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, validity)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb62e7019.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, uint64 validity) returns()
func (expertiseBadge *ExpertiseBadge) TryPackCreateType(badgeType uint32, domain string, name string, levels uint8, validity uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, validity)
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

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
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
func (expertiseBadge *ExpertiseBadge) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := expertiseBadge.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
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
// the contract method with ID 0xabf3ab96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64,bytes) grant) returns()
func (expertiseBadge *ExpertiseBadge) PackMint(grant IExpertiseBadgeGrant) []byte {
	enc, err := expertiseBadge.abi.Pack("mint", grant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xabf3ab96.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64,bytes) grant) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMint(grant IExpertiseBadgeGrant) ([]byte, error) {
	return expertiseBadge.abi.Pack("mint", grant)
}

// PackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9df69ae8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintBatch((address,uint32,uint8,uint64,uint64,uint64,bytes)[] grants) returns()
func (expertiseBadge *ExpertiseBadge) PackMintBatch(grants []IExpertiseBadgeGrant) []byte {
	enc, err := expertiseBadge.abi.Pack("mintBatch", grants)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9df69ae8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintBatch((address,uint32,uint8,uint64,uint64,uint64,bytes)[] grants) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintBatch(grants []IExpertiseBadgeGrant) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintBatch", grants)
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

// PackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a1fc7f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retireType(uint32 badgeType) returns()
func (expertiseBadge *ExpertiseBadge) PackRetireType(badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("retireType", badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a1fc7f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retireType(uint32 badgeType) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRetireType(badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("retireType", badgeType)
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
// the contract method with ID 0x043da33e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed) returns()
func (expertiseBadge *ExpertiseBadge) PackSetIssuer(badgeType uint32, issuer common.Address, allowed bool) []byte {
	enc, err := expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x043da33e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed) returns()
func (expertiseBadge *ExpertiseBadge) TryPackSetIssuer(badgeType uint32, issuer common.Address, allowed bool) ([]byte, error) {
	return expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed)
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
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,uint64,bool))
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
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,uint64,bool))
func (expertiseBadge *ExpertiseBadge) TryPackTypeOf(badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("typeOf", badgeType)
}

// UnpackTypeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x394210ab.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,uint64,bool))
func (expertiseBadge *ExpertiseBadge) UnpackTypeOf(data []byte) (IExpertiseBadgeBadgeType, error) {
	out, err := expertiseBadge.abi.Unpack("typeOf", data)
	if err != nil {
		return *new(IExpertiseBadgeBadgeType), err
	}
	out0 := *abi.ConvertType(out[0], new(IExpertiseBadgeBadgeType)).(*IExpertiseBadgeBadgeType)
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

// ExpertiseBadgeIssuerSet represents a IssuerSet event raised by the ExpertiseBadge contract.
type ExpertiseBadgeIssuerSet struct {
	BadgeType uint32
	Issuer    common.Address
	Allowed   bool
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
// Solidity: event IssuerSet(uint32 indexed badgeType, address indexed issuer, bool allowed)
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
	Id     *big.Int
	Actor  common.Address
	Reason uint8
	Raw    *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRevokedEventName = "Revoked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRevoked) ContractEventName() string {
	return ExpertiseBadgeRevokedEventName
}

// UnpackRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Revoked(uint256 indexed id, address indexed actor, uint8 reason)
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

// ExpertiseBadgeTypeCreated represents a TypeCreated event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeCreated struct {
	BadgeType uint32
	Domain    string
	Name      string
	Levels    uint8
	Validity  uint64
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
// Solidity: event TypeCreated(uint32 indexed badgeType, string domain, string name, uint8 levels, uint64 validity)
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
// Solidity: event TypeRetired(uint32 indexed badgeType)
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
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsent"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsentExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeExpires"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeExpiresError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHolderFull"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHolderFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuer"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuerZero"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerZeroError(raw[4:])
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
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSelfIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSelfIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSoulbound"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSoulboundError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeText"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTextError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeRetired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeRetiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeTaken"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeWithoutLevels"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeWithoutLevelsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeValidity"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeValidityError(raw[4:])
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
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["StringsInsufficientHexLength"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackStringsInsufficientHexLengthError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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

// ExpertiseBadgeBadgeIssuerZero represents a BadgeIssuerZero error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuerZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuerZero()
func ExpertiseBadgeBadgeIssuerZeroErrorID() common.Hash {
	return common.HexToHash("0x65dfa6185e1c3576565509a20dfef0f32a9f3fe420f753b66d3244ef78686d82")
}

// UnpackBadgeIssuerZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuerZero()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuerZeroError(raw []byte) (*ExpertiseBadgeBadgeIssuerZero, error) {
	out := new(ExpertiseBadgeBadgeIssuerZero)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuerZero", raw); err != nil {
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

// ExpertiseBadgeBadgeText represents a BadgeText error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeText struct {
	Text string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeText(string text)
func ExpertiseBadgeBadgeTextErrorID() common.Hash {
	return common.HexToHash("0xf3623142c82e6ca5e3fb1fb2a660b29f8e0c73895a91727f22a6896bc0e2cf48")
}

// UnpackBadgeTextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeText(string text)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTextError(raw []byte) (*ExpertiseBadgeBadgeText, error) {
	out := new(ExpertiseBadgeBadgeText)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeText", raw); err != nil {
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

// ExpertiseBadgeBadgeValidity represents a BadgeValidity error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeValidity struct {
	BadgeType uint32
	Validity  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeValidity(uint32 badgeType, uint64 validity)
func ExpertiseBadgeBadgeValidityErrorID() common.Hash {
	return common.HexToHash("0x7d294b117df2d3675777b2fc300047f04b5cc562183ffb4b9ee4d6e1d95fc75d")
}

// UnpackBadgeValidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeValidity(uint32 badgeType, uint64 validity)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeValidityError(raw []byte) (*ExpertiseBadgeBadgeValidity, error) {
	out := new(ExpertiseBadgeBadgeValidity)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeValidity", raw); err != nil {
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

// ExpertiseBadgeStringsInsufficientHexLength represents a StringsInsufficientHexLength error raised by the ExpertiseBadge contract.
type ExpertiseBadgeStringsInsufficientHexLength struct {
	Value  *big.Int
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func ExpertiseBadgeStringsInsufficientHexLengthErrorID() common.Hash {
	return common.HexToHash("0xe22e27eb9593f9947dc34771120a3349dd201c662753f0b60502fc1d8e422233")
}

// UnpackStringsInsufficientHexLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func (expertiseBadge *ExpertiseBadge) UnpackStringsInsufficientHexLengthError(raw []byte) (*ExpertiseBadgeStringsInsufficientHexLength, error) {
	out := new(ExpertiseBadgeStringsInsufficientHexLength)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "StringsInsufficientHexLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}
