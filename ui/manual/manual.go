// Package manual writes the man page: what goes in are the commands with their
// flags, the keys and the settings, as the program itself has them, and what
// comes out is the page in the macros of man(7). What the page adds to them, the
// files and the environment, stands here.
package manual

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Contents is what a page describes.
type Contents struct {
	Root     *cobra.Command
	Keys     []Table // by topic
	Settings Table
	Example  string // a configuration
}

// A Table is rows of a name and what it means, under a heading.
type Table struct {
	Name string
	Rows [][2]string
}

// Page returns the man page of a command line.
func Page(c Contents) string {
	var p page
	name := c.Root.Name()
	p.macro("TH", strings.ToUpper(name), "1", "", name+" "+c.Root.Version, "User Commands")
	p.request("nh") // commands and paths are copied from here
	p.request("ad l")
	p.heading("NAME")
	p.line(name + " - " + lowered(c.Root.Short))
	p.heading("SYNOPSIS")
	commands := every(c.Root)
	for i, cmd := range commands {
		if i > 0 {
			p.request("br")
		}
		p.synopsis(cmd)
	}
	p.heading("DESCRIPTION")
	p.text(cmp.Or(c.Root.Long, c.Root.Short))
	p.heading("OPTIONS")
	p.flags(c.Root)
	p.heading("COMMANDS")
	for _, cmd := range commands[1:] {
		p.macro("SS", cmd.CommandPath()+arguments(cmd))
		p.text(description(cmd))
		p.flags(cmd)
	}
	p.heading("KEYS")
	p.text("Keys of the reader. The configuration can rebind all of them but ctrl+c.")
	for _, t := range c.Keys {
		p.macro("SS", t.Name)
		p.macro("PD", "0") // no empty lines between keys
		p.rows(t.Rows)
		p.macro("PD")
	}
	p.heading("CONFIGURATION")
	p.text("A YAML file; every line is optional. An invalid line is an error; the message names the line and the allowed values. For example:")
	p.verbatim(c.Example)
	p.macro("SS", c.Settings.Name)
	p.rows(c.Settings.Rows)
	p.heading("ENVIRONMENT")
	p.rows(environment)
	p.heading("FILES")
	p.rows(files())
	p.heading("EXIT STATUS")
	p.rows(statuses)
	p.heading("EXAMPLES")
	for _, e := range examples {
		p.macro("PP")
		p.line(e[0])
		p.verbatim(e[1])
	}
	p.heading("SEE ALSO")
	p.line("diff(1), vimdiff(1), jq(1)")
	return p.String()
}

// every returns the commands that do something, in their order: a command that
// only has others below it is left out. Of the commands for shells the first
// stands for all, since they differ in the shell's name.
func every(cmd *cobra.Command) (all []*cobra.Command) {
	below := cmd.Commands()
	if cmd.Name() == completion {
		below = nil
	}
	if !cmd.Hidden && cmd.Runnable() && (len(below) == 0 || !cmd.HasParent()) {
		all = append(all, cmd)
	}
	for _, b := range below {
		all = append(all, every(b)...)
	}
	return all
}

// completion is the command that cobra adds for shells.
const completion = "completion"

// description returns what a command does, in sentences.
func description(cmd *cobra.Command) string {
	if cmd.Long == "" || cmd.Name() == completion {
		return cmd.Short + "."
	}
	return cmd.Long
}

// arguments returns what a command takes after its name, as its synopsis has it.
func arguments(cmd *cobra.Command) string {
	if cmd.Name() == completion {
		var shells []string
		for _, shell := range cmd.Commands() {
			shells = append(shells, shell.Name())
		}
		return " " + strings.Join(shells, "|")
	}
	if _, takes, ok := strings.Cut(cmd.Use, " "); ok {
		return " " + takes
	}
	return ""
}

// synopsis writes how a command is called.
func (p *page) synopsis(cmd *cobra.Command) {
	p.WriteString(`\fB` + escape(cmd.CommandPath()) + `\fR`)
	if len(flagsOf(cmd)) > 0 {
		p.WriteString(` [\fIOPTION\fR...]`)
	}
	p.WriteString(escape(arguments(cmd)) + "\n")
}

// flagsOf returns the flags of a command, by name, without the one for its help.
func flagsOf(cmd *cobra.Command) (flags []*pflag.Flag) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			flags = append(flags, f)
		}
	})
	return flags
}

// flags writes the flags of a command.
func (p *page) flags(cmd *cobra.Command) {
	for _, f := range flagsOf(cmd) {
		value, says := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if value != "" && f.Value.Type() != "bool" {
			term += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			says += " (default " + f.DefValue + ")"
		}
		p.item(term, says)
	}
}

// rows writes the rows of a table.
func (p *page) rows(rows [][2]string) {
	for _, row := range rows {
		p.item(row[0], row[1])
	}
}

// lowered returns a phrase without the capital that begins it.
func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }
