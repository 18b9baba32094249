# tiny: what to run after every change; without the vector kernels, which take their time to warm up.
# test: everything that CI runs.
.PHONY: tiny test format clean

tiny:
	mvn -q -B -Dtests.excludedGroups=slow '-Dtest=!Vector*Test,!AgreementTest' -Dsurefire.failIfNoSpecifiedTests=false \
		-pl core,nn -am test

test:
	.ci/run

format:
	mvn -q -B -N process-sources

clean:
	mvn -q -B clean
