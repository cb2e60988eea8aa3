# Nix: `checks.units = import ./unitlint.nix { inherit pkgs unitlint; units = ./units; };`, where `unitlint` is the single file unitlint.mjs.
{ pkgs, unitlint, units }:
pkgs.runCommand "unitlint" { nativeBuildInputs = [ pkgs.nodejs ]; } ''
  node ${unitlint} ${units} && touch $out
''
