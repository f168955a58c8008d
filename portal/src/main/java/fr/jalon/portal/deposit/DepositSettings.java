package fr.jalon.portal.deposit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may decide of deposits.
 *
 * @param largestFile the largest file one may send
 */
@ConfigurationProperties("jalon.deposit")
record DepositSettings(@DefaultValue("100MB") DataSize largestFile) {}
