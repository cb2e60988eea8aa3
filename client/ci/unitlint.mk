# Make: `include unitlint.mk`, then `make lint-units`; units are checked again when one of them changed.
UNITLINT ?= unitlint
UNITS ?= $(wildcard *.service *.socket *.target *.timer *.path *.mount *.automount *.swap *.slice *.d/*.conf)

.PHONY: lint-units
lint-units: .unitlint.stamp

.unitlint.stamp: $(UNITS)
	$(UNITLINT) $(UNITLINTFLAGS) $(UNITS)
	@touch $@
