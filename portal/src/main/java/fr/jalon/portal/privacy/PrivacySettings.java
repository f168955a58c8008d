package fr.jalon.portal.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom people write to about their data (GDPR, articles 13 and 37).
 *
 * @param controller the body that runs the programme, with its address
 * @param officer the data protection officer, as people are to address them
 * @param contact their e-mail address
 */
@ConfigurationProperties("jalon.privacy")
public record PrivacySettings(
    @DefaultValue("") String controller,
    @DefaultValue("") String officer,
    @DefaultValue("") String contact) {}
