package fr.jalon.portal.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are taken from other sites.
 *
 * @param deadline the longest one file may take, whatever its size
 * @param intranetHosts names of an operator's own sites which may be on a private network; every
 *     other rule holds for them too
 */
@ConfigurationProperties("jalon.fetch")
record FetchSettings(
    @DefaultValue("10m") Duration deadline, @DefaultValue List<String> intranetHosts) {
  FetchSettings {
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(Duration.ofHours(2)) > 0) {
      throw new IllegalArgumentException(
          "jalon.fetch.deadline is between 1s and 2h, got: " + deadline);
    }
    intranetHosts =
        intranetHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    for (String host : intranetHosts) {
      if (!host.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?") || !host.matches(".*[a-z].*")) {
        throw new IllegalArgumentException(
            "jalon.fetch.intranet-hosts are names of sites, as sig.mairie.example; got: " + host);
      }
    }
  }
}
