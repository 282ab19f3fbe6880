package format

import "errors"

// The reasons for which a file is refused. They come wrapped, often with more detail.
var (
	// ErrEmpty is returned for a file without any text.
	ErrEmpty = errors.New("the file is empty")
	// ErrBinary is returned for a file that holds no text: a picture, a program, a compressed file.
	ErrBinary = errors.New("the file is not text")
	// ErrEncoding is returned for a text in no encoding that is known here.
	ErrEncoding = errors.New("the text is not UTF-8, UTF-16, GB18030 or Big5")
	// ErrUnsupported is returned for a document in a format that is not read.
	ErrUnsupported = errors.New("the format is not supported")
	// ErrPassword is returned for a file that only its password opens.
	ErrPassword = errors.New("the file is protected by a password")
	// ErrBroken is returned for a damaged file.
	ErrBroken = errors.New("the file is damaged")
	// ErrScanned is returned for a PDF whose pages are pictures.
	ErrScanned = errors.New("the file is a scan without a text layer and needs OCR")
	// ErrBomb is returned for a file that unpacks to far more than any document holds.
	ErrBomb = errors.New("the file unpacks to too much")
	// ErrTooLarge is returned for a file above MaxSize.
	ErrTooLarge = errors.New("the file is larger than 32 MiB")
	// ErrNoText is returned for a web page that shows no text of its own.
	ErrNoText = errors.New("the page has links, frames or scripts but no text")
	// ErrArchive is returned by Text for an archive: its files are documents of their own.
	ErrArchive = errors.New("the file is an archive of several files; unpack it first")
)

// MaxSize is the size in bytes above which a file, packed or not, is refused.
const MaxSize = 32 << 20
