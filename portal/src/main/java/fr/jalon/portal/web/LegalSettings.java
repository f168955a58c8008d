package fr.jalon.portal.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for the portal, as the law wants every site to say (loi 2004-575, article 1-1).
 *
 * @param publisher the organization that publishes it, with its address
 * @param director the person responsible for what is published
 * @param host the organization whose machines it runs on, with its address
 * @param contact an e-mail address anyone may write to
 */
@ConfigurationProperties("jalon.legal")
public record LegalSettings(
    @DefaultValue("") String publisher,
    @DefaultValue("") String director,
    @DefaultValue("") String host,
    @DefaultValue("") String contact) {}
