// Parallax reads coverage side by side.
package main

func main() {}
