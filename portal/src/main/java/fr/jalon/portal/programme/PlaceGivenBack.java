package fr.jalon.portal.programme;

import java.util.UUID;

/** Someone who was to come to a meeting said that they cannot. */
public record PlaceGivenBack(UUID meetingId) {}
