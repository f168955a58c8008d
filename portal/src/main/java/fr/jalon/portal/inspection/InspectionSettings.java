package fr.jalon.portal.inspection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How programs, and people on the page where a file is tried, may have files read.
 *
 * @param open false to answer programs that there is no such address
 * @param rate files a second one network may send on average
 * @param burst files it may send at once after a pause
 * @param most files received or read at a time, from all networks together
 * @param tried the largest file people may try on the page, who wait for the answer
 */
@ConfigurationProperties("jalon.inspection")
record InspectionSettings(
    @DefaultValue("true") boolean open,
    @DefaultValue("10") int rate,
    @DefaultValue("200") int burst,
    @DefaultValue("12") int most,
    @DefaultValue("20MB") DataSize tried) {
  InspectionSettings {
    if (rate < 1 || burst < 1 || most < 1) {
      throw new IllegalArgumentException(
          "jalon.inspection.rate, .burst and .most are at least 1; got: "
              + rate
              + ", "
              + burst
              + " and "
              + most);
    }
  }
}
