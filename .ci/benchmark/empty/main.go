// Command empty is an empty Go program: what every start costs at least.
package main

func main() {}
