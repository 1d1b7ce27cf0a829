package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class RouteAccessTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/dev/tokens", "/api/v1/dev/clock", "/api/v1/%64ev/tokens", "/api/v1/d%65v/clock"})
    void what_is_for_development_is_not_there_without_it_however_it_is_spelled(String path) {
        assertThat(isGranted(true, path)).isTrue();
        assertThat(isGranted(false, path)).isFalse();
    }

    private static boolean isGranted(boolean development, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        return new RouteAccess(development)
                .authorize(() -> null, new RequestAuthorizationContext(request))
                .isGranted();
    }
}
