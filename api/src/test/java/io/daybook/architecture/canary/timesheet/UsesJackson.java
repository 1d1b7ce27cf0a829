package io.daybook.architecture.canary.timesheet;

import tools.jackson.databind.json.JsonMapper;

record UsesJackson(JsonMapper mapper) {}
