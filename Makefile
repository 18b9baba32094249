# tiny: what to run after every change. test: everything that CI runs.
.PHONY: tiny test format clean

tiny:
	mvn -q -B -Dtests.excludedGroups=slow -pl core,nn -am test

test:
	.ci/run

format:
	mvn -q -B -N process-sources

clean:
	mvn -q -B clean
