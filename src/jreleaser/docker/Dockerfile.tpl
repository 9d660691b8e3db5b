FROM {{dockerBaseImage}} AS unpacked
RUN apt-get -qq update && apt-get -qq install --no-install-recommends -y unzip
COPY assembly/ /assembly/
RUN unzip -q /assembly/{{distributionArtifactFile}} && mv {{distributionArtifactRootEntryName}} /opt/joined-groups

FROM {{dockerBaseImage}}
{{#dockerLabels}}
LABEL {{.}}
{{/dockerLabels}}
COPY --from=unpacked /opt/joined-groups /opt/joined-groups
RUN ln -s /opt/joined-groups/bin/joined-groups /usr/local/bin/joined-groups
ENTRYPOINT ["/opt/joined-groups/bin/joined-groups"]
