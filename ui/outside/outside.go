// Package outside is the world around the reader: what its terminal sends, the
// programs that the terminal is lent to (an editor, a browser, the shell that
// the reader is suspended to), and the signals that end it. Files, addresses and
// an environment go in; commands to run come out.
package outside
