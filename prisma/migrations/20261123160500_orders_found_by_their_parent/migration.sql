-- What lifts or prolongs an order is found from it whenever a hold of it ends: without an index by reading every request.
create index request_of_parent on request (parent_id) where parent_id is not null;
